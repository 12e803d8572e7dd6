import { isMap, isScalar, isSeq, LineCounter, type Node, type Pair, parseDocument, type YAMLMap } from 'yaml';
import {
  type Diagnostic,
  error,
  type Outcome,
  outcomeOf,
  type Place,
  warning,
  wholeFile,
} from '../../diagnostics/diagnostic.js';

import { nearestWord } from '../../diagnostics/spelling.js';
import { contrastRatio, isColour } from './colour.js';
import { defaultTheme } from './theme-default.js';
import { type Field, themeShape } from './theme-shape.js';
import type { Theme } from './theme-type.js';

export { defaultTheme } from './theme-default.js';
export type { Theme } from './theme-type.js';

/** A theme file is small; one that is not is refused before it is parsed. */
const LONGEST = 200_000;
/** WCAG 2.2, 1.4.3. */
const LEAST_CONTRAST = 4.5;
const LOGO_DEFAULTS = { width: 30, alt: '' };

interface Reading {
  readonly file: string;
  readonly lines: LineCounter;
  readonly problems: Diagnostic[];
  /** Field path → where its value stands. */
  readonly places: Map<string, Place>;
}

/**
 * Reads a theme file (YAML). It holds only what differs from `base`. Every problem is a `theme-invalid` with its place;
 * text that would be hard to read on its ground (contrast below 4.5:1) is a warning.
 */
export function parseTheme(text: string, file: string, base: Theme = defaultTheme): Outcome<Theme> {
  const lines = new LineCounter();
  const reading: Reading = { file, lines, problems: [], places: new Map() };
  if (text.length > LONGEST) {
    report(reading, `The theme is longer than ${LONGEST} characters.`, wholeFile(file));
    return outcomeOf(base, reading.problems);
  }
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true, version: '1.2' });
  for (const fault of document.errors) {
    const [message = 'This is not YAML.'] = fault.message.split(/ at line \d/);
    report(reading, `${message.replace(/\.$/, '')}.`, placeOf(reading, fault.pos));
  }
  if (reading.problems.length > 0 || document.contents === null) return outcomeOf(base, reading.problems);
  const value = readField(document.contents, themeShape, base, '', reading);
  const theme = value === undefined ? base : completed(value as Theme);
  if (reading.problems.length === 0) reading.problems.push(...contrastWarnings(theme, reading));
  return outcomeOf(theme, reading.problems);
}

function completed(theme: Theme): Theme {
  return theme.logo === null ? theme : { ...theme, logo: { ...LOGO_DEFAULTS, ...theme.logo } };
}

/** The value of a field laid over its base; `undefined` after a problem was reported. */
function readField(node: Node | null, field: Field, base: unknown, path: string, reading: Reading): unknown {
  if (node?.range) reading.places.set(path, placeOf(reading, [node.range[0], node.range[1]]));
  switch (field.kind) {
    case 'section':
      return readSection(node, field, base, path, reading);
    case 'names':
      return readNames(node, field, base, path, reading);
    case 'number':
      return readNumber(node, field, path, reading);
    case 'colour':
      return readScalar(node, isColour, 'a colour such as "#1f3f6e" (in quotation marks)', path, reading, lowered);
    case 'choice':
      return readScalar(
        node,
        (value) => field.of.includes(value as string),
        `one of ${field.of.join(', ')}`,
        path,
        reading,
      );
    case 'switch':
      return readScalar(node, (value) => typeof value === 'boolean', 'true or false', path, reading);
    case 'text': {
      const fits = (value: unknown) => typeof value === 'string' && (field.maybeEmpty === true || value.trim() !== '');
      return readScalar(node, fits, field.what, path, reading);
    }
    case 'list':
      return readList(node, field, path, reading);
  }
}

const lowered = (value: unknown): unknown => (typeof value === 'string' ? value.toLowerCase() : value);

function readSection(
  node: Node | null,
  field: Field & { kind: 'section' },
  base: unknown,
  path: string,
  reading: Reading,
): unknown {
  if (isScalar(node) && node.value === null) return field.orNull ? null : base;
  if (node === null) return base;
  if (!isMap(node)) return wrong(node, `fields: ${Object.keys(field.fields).join(', ')}`, path, reading);
  const value: Record<string, unknown> = { ...(base as Record<string, unknown> | null) };
  for (const [name, key, content] of entries(node)) {
    const inner = Object.hasOwn(field.fields, name) ? field.fields[name] : undefined;
    if (inner === undefined) {
      unknownField(name, key, field, path, reading);
      continue;
    }
    const read = readField(content, inner, value[name], joined(path, name), reading);
    if (read !== undefined) value[name] = read;
  }
  if (path === 'logo' && value.file === undefined) return wrong(node, 'a file', path, reading);
  return value;
}

function readNames(
  node: Node | null,
  field: Field & { kind: 'names' },
  base: unknown,
  path: string,
  reading: Reading,
): unknown {
  if (node === null || (isScalar(node) && node.value === null)) return base;
  if (!isMap(node)) return wrong(node, 'names with their faces', path, reading);
  const value: Record<string, unknown> = { ...(base as Record<string, unknown>) };
  for (const [name, , content] of entries(node)) {
    if (name === '__proto__') continue;
    const read = readField(content, field.each, {}, joined(path, name), reading);
    if (read !== undefined) value[name] = read;
  }
  return value;
}

function readNumber(node: Node | null, field: Field & { kind: 'number' }, path: string, reading: Reading): unknown {
  const { min, max, unit } = field;
  const fits = (value: unknown) => typeof value === 'number' && value >= min && value <= max;
  return readScalar(node, fits, `a number from ${min} to ${max}${unit === '' ? '' : ` (${unit})`}`, path, reading);
}

function readScalar(
  node: Node | null,
  fits: (value: unknown) => boolean,
  expected: string,
  path: string,
  reading: Reading,
  change: (value: unknown) => unknown = (value) => value,
): unknown {
  if (isScalar(node) && fits(node.value)) return change(node.value);
  return wrong(node, expected, path, reading);
}

function readList(node: Node | null, field: Field & { kind: 'list' }, path: string, reading: Reading): unknown {
  if (!isSeq(node)) return wrong(node, `a list of ${field.what}`, path, reading);
  return node.items.flatMap((item, index) => {
    const fits = (value: unknown) => typeof value === 'string' && value.trim() !== '';
    const read = readScalar(item as Node, fits, 'a name', `${path}[${index}]`, reading);
    return read === undefined ? [] : [read];
  });
}

/** Name, key node and value node of each entry of a mapping. */
function entries(map: YAMLMap): [name: string, key: Node | null, value: Node | null][] {
  return map.items.map((pair: Pair) => {
    const key = pair.key as Node | null;
    return [isScalar(key) ? String(key.value) : String(key), key, (pair.value ?? null) as Node | null];
  });
}

function unknownField(
  name: string,
  key: Node | null,
  field: Field & { kind: 'section' },
  path: string,
  reading: Reading,
): void {
  const names = Object.keys(field.fields);
  const near = nearestWord(name, names);
  report(
    reading,
    `A theme has no field “${joined(path, name)}”.`,
    key?.range ? placeOf(reading, [key.range[0], key.range[1]]) : wholeFile(reading.file),
    near === null ? `Here can be: ${names.join(', ')}.` : `Did you mean “${near}”?`,
  );
}

function wrong(node: Node | null, expected: string, path: string, reading: Reading): undefined {
  const found = isScalar(node)
    ? JSON.stringify(node.value)
    : isSeq(node)
      ? 'a list'
      : isMap(node)
        ? 'fields'
        : 'nothing';
  const place = node?.range ? placeOf(reading, [node.range[0], node.range[1]]) : wholeFile(reading.file);
  const message = `${path === '' ? 'A theme' : `“${path}”`} should be ${expected}, but here is ${found}.`;
  report(reading, message, place);
  return undefined;
}

function contrastWarnings(theme: Theme, reading: Reading): Diagnostic[] {
  const { colours } = theme;
  const pairs: [name: keyof Theme['colours'], ground: string, groundName: string][] = [
    ['text', '#ffffff', 'white'],
    ['muted', '#ffffff', 'white'],
    ['accent', '#ffffff', 'white'],
    ['link', '#ffffff', 'white'],
    ['warning', '#ffffff', 'white'],
    ['text', colours.tint, 'colours.tint'],
    ['accent', colours.tint, 'colours.tint'],
    ['warning', colours.tint, 'colours.tint'],
    ['text', colours.codeGround, 'colours.codeGround'],
  ];
  return pairs.flatMap(([name, ground, groundName]): Diagnostic[] => {
    const ratio = contrastRatio(colours[name], ground);
    if (ratio >= LEAST_CONTRAST) return [];
    const place = reading.places.get(`colours.${name}`) ?? reading.places.get(groundName);
    // A pair that this file does not touch is its base's business.
    if (place === undefined) return [];
    const message = `“colours.${name}” on ${groundName} has a contrast of ${ratio.toFixed(1)}:1; text needs 4.5:1.`;
    return [warning('theme-invalid', message, { at: place, hints: ['Take a darker colour for text.'] })];
  });
}

function report(reading: Reading, message: string, at: Place, hint?: string): void {
  reading.problems.push(error('theme-invalid', message, { at, hints: [hint] }));
}

function joined(path: string, name: string): string {
  return path === '' ? name : `${path}.${name}`;
}

function placeOf(reading: Reading, [from, to]: readonly [number, number]): Place {
  const start = reading.lines.linePos(from);
  const end = reading.lines.linePos(Math.max(from, to));
  return { file: reading.file, line: start.line, column: start.col, endLine: end.line, endColumn: end.col };
}
