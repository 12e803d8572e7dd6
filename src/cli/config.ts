import { isMap, isScalar, LineCounter, type Node, parseDocument } from 'yaml';
import { type Diagnostic, error, type Outcome, outcomeOf, success } from '../diagnostics/diagnostic.js';

import { nearestWord } from '../diagnostics/spelling.js';
import type { Workspace } from '../workspace/workspace.js';

/** `briefpress.config.yaml` or `.json`. Paths are absolute here; in the file they are relative to it. */
export interface Configuration {
  readonly input?: readonly string[];
  readonly output?: string;
  readonly formats?: readonly ('pdf' | 'md')[];
  readonly template?: string;
  readonly templates?: readonly string[];
  readonly theme?: string;
  readonly labels?: string;
  readonly fonts?: string;
  readonly paper?: 'A4' | 'LETTER';
}

const FILE_NAMES = ['briefpress.config.yaml', 'briefpress.config.yml', 'briefpress.config.json'];
const FILE_LIMIT = 256 * 1024;

type Field = keyof Configuration;

/** What a field holds; `paths` may be one or a list. */
const FIELDS: Readonly<Record<Field, 'path' | 'paths' | 'name-or-path' | readonly string[]>> = {
  input: 'paths',
  output: 'path',
  formats: ['pdf', 'md'],
  template: 'name-or-path',
  templates: 'paths',
  theme: 'path',
  labels: 'path',
  fonts: 'path',
  paper: ['A4', 'LETTER'],
};

/**
 * Reads the configuration that is named, or the first one here or in a folder above; nothing where there is none. It is
 * data: nothing in it is run. Every problem is a `config-invalid` with its place.
 */
export function readConfiguration(workspace: Workspace, named?: string): Outcome<Configuration> {
  const file = named === undefined ? findConfiguration(workspace) : workspace.resolve(named);
  if (file === null) return success({});
  const text = workspace.readText(file, FILE_LIMIT);
  return text.ok ? parseConfiguration(text.value, file, workspace) : text;
}

function findConfiguration(workspace: Workspace): string | null {
  for (let folder = workspace.cwd; ; ) {
    const files = FILE_NAMES.map((name) => workspace.resolve(folder, name));
    const found = files.find((file) => workspace.kind(file) === 'file');
    const above = workspace.resolve(folder, '..');
    if (found !== undefined || above === folder) return found ?? null;
    folder = above;
  }
}

function parseConfiguration(text: string, file: string, workspace: Workspace): Outcome<Configuration> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true, version: '1.2' });
  const invalid: Invalid = (message, range, hint) => {
    const [start, end] = [lines.linePos(range?.[0] ?? 0), lines.linePos(range?.[1] ?? 0)];
    const ends = { endLine: end.line || 1, endColumn: end.col || 1 };
    const place = { file: workspace.name(file), line: start.line || 1, column: start.col || 1, ...ends };
    return error('config-invalid', message, { at: place, hints: [hint] });
  };
  const faults = document.errors.map((error) => {
    const [message = ''] = error.message.split(/ at line \d/);
    return invalid(`The configuration cannot be read: ${message}.`, [...error.pos, error.pos[1]]);
  });
  if (faults.length > 0 || document.contents === null) return outcomeOf({}, faults);
  if (!isMap(document.contents)) return outcomeOf({}, [invalid('The configuration is not a map of fields.')]);
  return readFields(document.contents.items as readonly Pair[], workspace.resolve(file, '..'), { workspace, invalid });
}

type Range = readonly [number, number, number];
type Invalid = (message: string, range?: Range | null, hint?: string) => Diagnostic;
interface Pair {
  readonly key: Node;
  readonly value: Node | null;
}
interface Reading {
  readonly workspace: Workspace;
  readonly invalid: Invalid;
}

function readFields(pairs: readonly Pair[], folder: string, reading: Reading): Outcome<Configuration> {
  const values: Partial<Record<Field, unknown>> = {};
  const problems: Diagnostic[] = [];
  for (const { key, value } of pairs) {
    const name = isScalar(key) ? String(key.value) : '';
    if (!Object.hasOwn(FIELDS, name)) {
      const nearest = nearestWord(name, Object.keys(FIELDS));
      const hint = nearest === null ? `There are: ${Object.keys(FIELDS).join(', ')}.` : `Did you mean \`${nearest}\`?`;
      problems.push(reading.invalid(`The configuration has no field \`${name}\`.`, key.range, hint));
      continue;
    }
    const read = readField(name as Field, value, folder, reading);
    if (read.ok) values[name as Field] = read.value;
    problems.push(...read.diagnostics);
  }
  return outcomeOf(values as Configuration, problems);
}

function readField(name: Field, node: Node | null, folder: string, { workspace, invalid }: Reading): Outcome<unknown> {
  const kind = FIELDS[name];
  const value: unknown = node?.toJSON();
  const list = (Array.isArray(value) ? value : [value]) as readonly unknown[];
  const isList = name === 'formats' || kind === 'paths';
  const wrong = (expected: string) => outcomeOf(undefined, [invalid(`\`${name}\` is ${expected}.`, node?.range)]);
  if (!list.every((each) => typeof each === 'string' && each !== '') || (!isList && Array.isArray(value))) {
    return wrong(isList ? 'a text or a list of texts' : 'a text');
  }
  const texts = list as readonly string[];
  if (typeof kind !== 'string') {
    if (!texts.every((each) => kind.includes(each))) return wrong(`one of ${kind.join(', ')}`);
    return success(isList ? texts : texts[0]);
  }
  const isName = (text: string) => kind === 'name-or-path' && !/[\\/]/.test(text);
  const paths = texts.map((text) => (isName(text) ? text : workspace.resolve(folder, text)));
  return success(isList ? paths : paths[0]);
}
