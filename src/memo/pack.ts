import { type Diagnostic, error, failure, type Outcome, outcomeOf, wholeFile } from '../diagnostics/diagnostic.js';

import { editionShape } from '../edition/edition.js';
import { section } from '../syntax/setting-shape.js';
import { readSettings } from '../syntax/settings.js';

import { once, readLabelLayers, sharedFolder } from './label-layers.js';
import type { PackFiles } from './pack-files.js';
import { checkTemplate } from './template/check.js';
import type { Vocabulary } from './template/check-arguments.js';
import { suggestion } from './template/check-directives.js';
import { checkFences } from './template/check-fences.js';
import { type CompiledTemplate, compileTemplate, type Program } from './template/engine.js';
import { precompiledPack } from './template/precompiled.js';
import { readTemplate, type TemplateFile } from './template/syntax.js';
import { type LabelFiles, Labels } from './words/labels.js';

/** A template pack that has been read and checked: no template in it names anything that does not exist. */
export interface TemplatePack {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  /** The types of brief it is the default for. */
  readonly types: readonly string[];
  /** The fields a brief needs for it. */
  readonly requires: readonly string[];
  /** The pages that it is made for; null where there may be any number. */
  readonly pages: number | null;
  readonly folder: string;
  readonly print: PackTemplate;
  readonly memo: PackTemplate;
  /** The short text of a mail: the pack's own, or the one that all share. */
  readonly mail: PackTemplate;
  readonly labels: LabelFiles;
}

export interface PackTemplate {
  readonly file: string;
  /** Compiled at the first call: a build of PDFs alone needs no memo. */
  compiled(): CompiledTemplate;
  /** What messages call a file that the template says a directive is from. */
  nameOf(file: string): string;
}

/** Reads a pack that comes with the program, whose templates the build has checked and compiled; null for any other. */
export function precompiled(files: PackFiles, name: string): Outcome<TemplatePack> | null {
  const compiled = precompiledPack(files, name);
  if (compiled === null) return null;
  const manifest = readManifest(files, name);
  const problems: Diagnostic[] = [...manifest.diagnostics];
  const labels = readLabelLayers(files, name, (outcome) => {
    problems.push(...outcome.diagnostics);
    return outcome.ok ? outcome.value : null;
  });
  if (!manifest.ok) return failure(problems);
  const { nameOf } = compiled;
  const print = { file: `${files.folder}/print.md.hbs`, compiled: once(compiled.print), nameOf };
  const memo = { file: `${files.folder}/memo.md.hbs`, compiled: once(compiled.memo), nameOf };
  const mail = { file: mailFile(files), compiled: once(compiled.mail), nameOf };
  return outcomeOf({ name, ...manifest.value, folder: files.folder, labels, print, memo, mail }, problems);
}

/** Reads a pack and finds everything that is wrong with its templates and label files at once. */
export function loadPack(files: PackFiles, name: string): Outcome<TemplatePack> {
  const problems: Diagnostic[] = [];
  const keep = <T>(outcome: Outcome<T>): T | null => {
    problems.push(...outcome.diagnostics);
    return outcome.ok ? outcome.value : null;
  };
  const manifest = keep(readManifest(files, name));
  const labels = readLabelLayers(files, name, keep);
  const partials = readPartials(files, keep);
  for (const partial of partials.values()) problems.push(...checkFences(partial));
  const vocabulary = vocabularyOf(labels, partials);
  const checked = (outcome: Outcome<TemplateFile>) => {
    const template = keep(outcome);
    if (template !== null) problems.push(...checkTemplate(template, vocabulary), ...checkFences(template));
    return template;
  };
  const [print, memo] = ['print.md.hbs', 'memo.md.hbs'].map((path) => checked(readNamed(files, path)));
  const mail = hasMail(files) ? checked(readMail(files)) : memo;
  const unique = [...new Map(problems.map((each) => [JSON.stringify(each), each])).values()];
  if (manifest === null || !print || !memo || !mail) return failure(unique);
  const programs = new Map([...partials].map(([key, { program }]) => [key, program]));
  const pack = { name, ...manifest, folder: files.folder, labels };
  const templates = { print: lazily(print, programs), memo: lazily(memo, programs), mail: lazily(mail, programs) };
  return outcomeOf({ ...pack, ...templates }, unique);
}

function lazily({ file, program }: TemplateFile, partials: ReadonlyMap<string, Program>): PackTemplate {
  return { file, compiled: once(() => compileTemplate(program, partials)), nameOf: (path) => path };
}

interface Manifest {
  readonly title: string;
  readonly description: string;
  readonly types: readonly string[];
  readonly requires: readonly string[];
  readonly pages: number | null;
}

export const manifestShape = section({
  title: { kind: 'text', what: 'text', isProse: true },
  description: { kind: 'text', what: 'text', maybeEmpty: true, isProse: true },
  types: { kind: 'list', what: 'types of briefs', each: { kind: 'text', what: 'a type of brief' } },
  requires: { kind: 'list', what: 'fields of a brief', each: { kind: 'text', what: 'a field of a brief' } },
  pages: { kind: 'number', min: 1, max: 100, unit: '' },
});

/** `pack.yaml`; a pack without one has its folder's name as its title and no requirements. */
function readManifest(files: PackFiles, name: string): Outcome<Manifest> {
  const about = { file: `${files.folder}/pack.yaml`, code: 'template-syntax', what: '`pack.yaml`' } as const;
  const { value, placeOf, problems } = readSettings(files.pack.get('pack.yaml') ?? '', manifestShape, about);
  const manifest = { title: name, description: '', types: [], requires: [], pages: null, ...value };
  const fields = Object.keys(editionShape.fields);
  for (const [index, field] of manifest.requires.entries()) {
    if (fields.includes(field)) continue;
    const at = placeOf('requires', index) ?? wholeFile(about.file);
    const message = `\`pack.yaml\` requires \`${field}\`, which no brief has.`;
    problems.push(error('template-syntax', message, { at, hints: [suggestion(field, fields)] }));
  }
  return outcomeOf(manifest, problems);
}

type Keep = <T>(outcome: Outcome<T>) => T | null;

function readNamed(files: PackFiles, path: string): Outcome<TemplateFile> {
  const source = files.pack.get(path);
  if (source !== undefined) return readTemplate(`${files.folder}/${path}`, source);
  return failure([
    error('template-not-found', `The template pack has no ${path}.`, {
      at: wholeFile(`${files.folder}/${path}`),
      hints: ['A pack has print.md.hbs for the printed document and memo.md.hbs for the memo.'],
    }),
  ]);
}

const MAIL = 'mail.md.hbs';

function hasMail({ pack, shared }: PackFiles): boolean {
  return pack.has(MAIL) || shared.has(MAIL);
}

function mailFile({ pack, folder }: PackFiles): string {
  return `${pack.has(MAIL) ? folder : sharedFolder(folder)}/${MAIL}`;
}

function readMail(files: PackFiles): Outcome<TemplateFile> {
  return readTemplate(mailFile(files), files.pack.get(MAIL) ?? files.shared.get(MAIL) ?? '');
}

const PARTIAL = /^partials\/(.+)\.md\.hbs$/;

function readPartials(files: PackFiles, keep: Keep): Map<string, TemplateFile> {
  const partials = new Map<string, TemplateFile>();
  for (const [layer, folder] of [
    [files.shared, sharedFolder(files.folder)],
    [files.pack, files.folder],
  ] as const) {
    for (const [path, source] of layer) {
      const name = PARTIAL.exec(path)?.[1];
      const partial = name === undefined ? null : keep(readTemplate(`${folder}/${path}`, source));
      if (name !== undefined && partial !== null) partials.set(name, partial);
    }
  }
  return partials;
}

function vocabularyOf(layers: LabelFiles, partials: ReadonlyMap<string, TemplateFile>): Vocabulary {
  const { labels, groups } = Labels.keys(layers);
  const english = new Labels(layers, 'en');
  return {
    partials,
    labels,
    groups,
    labelFields: (key) =>
      labels.includes(key) ? [...english.label(key).matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '') : null,
  };
}
