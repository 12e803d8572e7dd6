/** Neutral names for files: a name such as `ministers-house.png` is itself a text of the whole brief. */

import { THEMES } from '../brief/schema/document.js';
import { walkTree } from '../document/walk.js';
import { parseBlocks } from '../markdown/parse.js';
import { isFields } from './redactor.js';

export interface NeutralNames {
  /** The fields of a brief, with every file that it names under a neutral name. */
  readonly value: Fields;
  /** The neutral name → the path in the whole brief. */
  readonly originals: ReadonlyMap<string, string>;
}

type Fields = Readonly<Record<string, unknown>>;

/**
 * Gives every file that a brief names a neutral name, in the order of the brief: `picture-1.png`, `copy-1.html` for a
 * kept copy, `theme.yaml`. One file has one name. The content of a file is not examined.
 */
export function withNeutralNames(brief: Fields): NeutralNames {
  const pictures = new Map<string, string>();
  const copies = new Map<string, string>();
  const originals = new Map<string, string>();
  const fields: Record<string, unknown> = { ...(mapTexts(brief, (text) => renamePictures(text, pictures)) as Fields) };
  if (Array.isArray(fields.sources)) fields.sources = fields.sources.map((source) => withNeutralCopy(source, copies));
  const { layout } = fields;
  if (isFields(layout) && typeof layout.theme === 'string' && !THEMES.some((each) => each === layout.theme)) {
    originals.set(THEME, layout.theme);
    fields.layout = { ...layout, theme: THEME };
  }
  for (const [original, name] of [...pictures, ...copies]) originals.set(name, original);
  return { value: fields, originals };
}

const THEME = 'theme.yaml';

function withNeutralCopy(source: unknown, names: Map<string, string>): unknown {
  if (!isFields(source) || !isFields(source.snapshot)) return source;
  const { file } = source.snapshot;
  if (typeof file !== 'string') return source;
  // The extension gives the kind of file where `mediaType` does not.
  const name = names.get(file) ?? `copy-${names.size + 1}${/\.[a-z0-9]{1,8}$/i.exec(file)?.[0].toLowerCase() ?? ''}`;
  names.set(file, name);
  return { ...source, snapshot: { ...source.snapshot, file: name } };
}

function mapTexts(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((item) => mapTexts(item, change));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, mapTexts(inner, change)]));
}

const READING = { directives: 'public', html: 'text' } as const;

/** Where Markdown may give the address of a picture: after `](`, or in a reference definition. */
const DESTINATION = /(\]\(\s*|^ {0,3}\[[^\]\n]+\]:\s*)(<[^<>\n]*>|(?:[^\s()\\]|\\.|\([^\s()]*\))+)/gm;

function renamePictures(text: string, names: Map<string, string>): string {
  if (!text.includes('![')) return text;
  const addresses = picturesIn(text);
  for (const address of addresses) {
    if (!names.has(address)) names.set(address, `picture-${names.size + 1}${endingOf(address)}`);
  }
  return text.replace(DESTINATION, (whole, before: string, written: string) => {
    const name = addresses.has(addressOf(written)) ? names.get(addressOf(written)) : undefined;
    return name === undefined ? whole : before + name;
  });
}

function picturesIn(text: string): ReadonlySet<string> {
  const found = new Set<string>();
  walkTree(parseBlocks(text, READING).nodes, (node) => {
    if (node.type === 'image') found.add(fileOf(node.url));
  });
  return found;
}

/** Markdown contains URLs, in which a space may be `%20`: two spellings of one file are one picture. */
function fileOf(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

/** The file that a Markdown destination refers to, as the parser gives it. */
function addressOf(written: string): string {
  let found = '';
  walkTree(parseBlocks(`![](${written})`, READING).nodes, (node) => {
    if (node.type === 'image') found = fileOf(node.url);
  });
  return found;
}

function endingOf(address: string): string {
  return /\.(?:png|jpe?g|svg)$/i.exec(address)?.[0].toLowerCase() ?? '';
}
