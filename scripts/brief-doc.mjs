/**
 * Makes docs/brief.md from the schema of a brief: every field with its meaning, kind, words, default, an example, and
 * where it is printed. A test says that the file is current.
 *
 *   npm run brief-doc
 */
import { readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');
const PAGE = join(ROOT, 'docs/brief.md');

async function load() {
  const entry = join(ROOT, 'src/brief/reference.ts');
  const bundle = await build({
    entryPoints: [entry],
    bundle: true,
    format: 'esm',
    platform: 'node',
    external: ['yaml'],
    write: false,
  });
  // Beside this file, so that what it imports is found.
  const file = join(ROOT, `scripts/.reference-${process.pid}.mjs`);
  await writeFile(file, bundle.outputFiles[0].contents);
  try {
    return await import(file);
  } finally {
    await rm(file);
  }
}

/** The text of docs/brief.md. */
export async function briefDoc() {
  const { briefParts, fieldReference } = await load();
  const parts = briefParts().map(({ path }) => fieldReference(path));
  const intro = await readFile(join(ROOT, 'scripts/brief-intro.md'), 'utf8');
  const seen = new Map();
  const chapters = parts.map((part) => chapter(part, { fieldReference, seen }));
  return `${[intro.trimEnd(), overview(parts), everyItem(fieldReference), ...chapters].join('\n\n')}\n`;
}

function overview(parts) {
  const rows = parts.map(
    ({ path, meaning, isRequired }) =>
      `| [\`${path}\`](#${path.toLowerCase()})${isRequired ? ' (needed)' : ''} | ${meaning} |`,
  );
  return ['## The parts of a brief', '', '| part | what it is |', '|---|---|', ...rows].join('\n');
}

const OF_EVERY_ITEM = ['id', 'tlp', 'tier', 'audiences'];

function everyItem(fieldReference) {
  const fields = OF_EVERY_ITEM.map((name) => fieldReference(`keyFacts.${name}`));
  const said = 'Every item of a list below (a fact, a quote, a risk) may also have these, which are not said again:';
  return ['## What every item may carry', said, fields.map(bullet).join('\n')].join('\n\n');
}

/** A part of a brief, and below it the fields within. */
function chapter(part, book) {
  const { path, meaning, example } = part;
  const head = [`## ${path}`, meaning, facts(part).join('\n'), ['```yaml', example.trimEnd(), '```'].join('\n')];
  return [...head, ...fieldsOf(part, book)].join('\n\n');
}

function facts(field) {
  return [`- ${field.isRequired ? 'Needed. ' : ''}${capital(kindOf(field))}`, `- ${placeOf(field)}`];
}

function placeOf({ printed }) {
  return printed.startsWith('Not printed') ? printed : `Printed: ${lowerFirst(printed)}`;
}

/** What may stand there, with the words and what holds without it. */
function kindOf({ kind, words, fallback }) {
  const choice = words.length > 0 ? `: ${words.map((word) => `\`${word}\``).join(', ')}` : '';
  return `${kind}${choice}.${fallback === null ? '' : ` Without it: \`${fallback}\`.`}`;
}

/** The fields within a field, one bullet each, then those within them; what is the same as before is only named. */
function fieldsOf(field, book) {
  const { fieldReference, seen } = book;
  const inner = field.fields
    .filter(
      ({ name }) =>
        !OF_EVERY_ITEM.includes(name) || ['sources', 'marking', 'marking.gscp', 'editions'].includes(field.path),
    )
    .map(({ path }) => fieldReference(path));
  if (inner.length === 0) return [];
  const isKept = ({ printed }) => field.path === 'sources' && printed.startsWith('Not printed; it is kept');
  const shown = inner.filter((each) => !isKept(each));
  const kept = inner.filter(isKept);
  const groups = shown.flatMap((each) => {
    if (each.fields.length === 0) return [];
    const known = each.form === null ? undefined : seen.get(each.form);
    if (known !== undefined) return [`\`${each.path}\` has the fields of [\`${known}\`](#${anchor(known)}).`];
    if (each.form !== null) seen.set(each.form, each.path);
    return [`### ${each.path}`, ...fieldsOf(each, book)];
  });
  const further =
    kept.length === 0
      ? []
      : [
          '### Further fields of a source',
          'They come along from reference managers, and are not printed.',
          table(kept),
        ];
  if (field.form !== null && !seen.has(field.form)) seen.set(field.form, field.path);
  return [shown.map(bullet).join('\n'), ...groups, ...further];
}

function bullet(field) {
  const { path, meaning, isRequired, short, printed } = field;
  const example = short.length <= 110 ? ` \`${short}\`` : '';
  const place = printed.startsWith('With `') ? '' : ` ${placeOf(field)}`;
  const name = path.split('.').at(-1);
  return `- **\`${name}\`**${isRequired ? ' (needed)' : ''}: ${meaning}${example}\\\n  *${capital(kindOf(field))}*${place}`;
}

function table(fields) {
  const rows = fields.map(
    ({ path, meaning, kind, short }) => `| \`${path.split('.').at(-1)}\` | ${meaning} | ${kind} | \`${short}\` |`,
  );
  return ['| field | what it is | kind | example |', '|---|---|---|---|', ...rows].join('\n');
}

/** The anchor that GitHub gives to a heading. */
function anchor(path) {
  return path.toLowerCase().replaceAll('.', '');
}

function lowerFirst(text) {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

function capital(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await writeFile(PAGE, await briefDoc());
