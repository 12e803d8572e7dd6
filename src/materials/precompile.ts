/**
 * What the build reads and compiles beforehand of the files in templates/, so that no run of the program has to: see
 * scripts/precompile.mjs.
 */
import { themeShape } from '../layout/theme/theme-shape.js';
import { manifestShape } from '../memo/pack.js';
import { precompileTemplate } from '../memo/template/engine.js';
import { isCompiled, TEMPLATES } from '../memo/template/precompiled.js';
import { readTemplate } from '../memo/template/syntax.js';
import { labelShape } from '../memo/words/labels.js';
import { readSettingsAnew } from '../syntax/settings.js';

/** Path below templates/ → text. */
type Files = Readonly<Record<string, string>>;

const SHAPES = [
  [/\/theme\.yaml$/, themeShape],
  [/\/pack\.yaml$/, manifestShape],
  [/\/labels\/[\w-]+\.yaml$/, labelShape],
] as const;

/** The text of the module that syntax/settings.ts imports: each file in a function, since most are never asked for. */
export function settingsText(files: Files): string {
  const settings = settingsOf(files).map(([text, value]) => {
    return `{ length: ${text.length}, read: () => (${JSON.stringify({ text, value })}) }`;
  });
  return `export const settings = [\n${settings.join(',\n')}\n];\n`;
}

/** The values of files of settings, in JSON, by their text. */
function settingsOf(files: Files): readonly (readonly [text: string, value: string])[] {
  return Object.entries(files).flatMap(([path, text]) => {
    const shape = SHAPES.find(([pattern]) => pattern.test(path))?.[1];
    if (shape === undefined) return [];
    const about = { file: TEMPLATES + path, code: 'template-syntax', what: path } as const;
    const { value, problems } = readSettingsAnew(text, shape, about);
    const [problem] = problems;
    if (problem !== undefined) throw new Error(`${path}:${problem.place?.line}: ${problem.message}`);
    return [[text, JSON.stringify(value)] as const];
  });
}

/** The text of the module that memo/template/precompiled.ts imports: each template in a function, as most are never run. */
export function precompiledText(files: Files): string {
  const templates = Object.entries(files).filter(([path]) => path.endsWith('.hbs'));
  const specs = new Map(templates.map(([path, text]) => [path, compiled(path, text)]));
  const names = templates.flatMap(([path]) => /^([^/]+)\/print\.md\.hbs$/.exec(path)?.[1] ?? []);
  const packs = names.map((name) => {
    const [print, memo] = ['print', 'memo'].map((each) => specs.get(`${name}/${each}.md.hbs`));
    const mail = specs.get(`${name}/mail.md.hbs`) ?? specs.get('shared/mail.md.hbs');
    return `${JSON.stringify(name)}: { print: () => (${print}), memo: () => (${memo}), mail: () => (${mail}) }`;
  });
  const partials = [...specs].filter(([path]) => path.includes('/partials/'));
  const texts = Object.entries(files).filter(([path]) => isCompiled(path.replace(/^[^/]*\//, '')));
  const folders = [...new Set(texts.map(([path]) => path.replace(/\/.*/s, '')))].map((folder) => {
    const inside = texts.filter(([path]) => path.startsWith(`${folder}/`));
    return `${JSON.stringify(folder)}: () => (${JSON.stringify(Object.fromEntries(inside))})`;
  });
  return [
    `export const packs = {\n${packs.join(',\n')}\n};`,
    `export const partials = {\n${partials.map(([path, spec]) => `${JSON.stringify(path)}: () => (${spec})`).join(',\n')}\n};`,
    `export const texts = {\n${folders.join(',\n')}\n};\n`,
  ].join('\n');
}

function compiled(path: string, text: string): string {
  const read = readTemplate(TEMPLATES + path, text);
  if (!read.ok) throw new Error(`${path}: ${read.diagnostics[0]?.message}`);
  return precompileTemplate(read.value.program);
}
