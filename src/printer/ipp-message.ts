/**
 * Messages of the Internet Printing Protocol (RFC 8010) as bytes. A printer's answer is not trusted: every length is
 * checked before it is used.
 */

/** The operations that are asked for: RFC 8011, 5.4.15. */
export const OPERATIONS = {
  printJob: 0x02,
  validateJob: 0x04,
  cancelJob: 0x08,
  jobAttributes: 0x09,
  printerAttributes: 0x0b,
};

const GROUPS = { operation: 0x01, job: 0x02, end: 0x03, printer: 0x04, unsupported: 0x05 } as const;
export type Group = Exclude<keyof typeof GROUPS, 'end'>;

/** RFC 8010, 3.5.2. */
const TAGS = {
  ...{ integer: 0x21, boolean: 0x22, enum: 0x23, range: 0x33, collection: 0x34, endCollection: 0x37 },
  ...{ textWithLanguage: 0x35, nameWithLanguage: 0x36, text: 0x41, name: 0x42, keyword: 0x44, uri: 0x45 },
  ...{ charset: 0x47, language: 0x48, mimeType: 0x49, member: 0x4a },
} as const;

/** What is asked: `['sides', 'keyword', 'one-sided']`; several values are a list. */
export type Attribute =
  | readonly [name: string, type: TextType, value: string | readonly string[]]
  | readonly [name: string, type: 'integer' | 'enum', value: number]
  | readonly [name: string, type: 'boolean', value: boolean]
  | readonly [name: string, type: 'range', value: readonly Range[]];

type TextType = 'text' | 'name' | 'keyword' | 'uri' | 'charset' | 'language' | 'mimeType';

export interface Range {
  readonly lower: number;
  readonly upper: number;
}

export type Value = string | number | boolean | Range | null;

export interface Answer {
  /** RFC 8011, appendix B. */
  readonly status: number;
  /** The attributes of the first group of each kind, but for collections. */
  readonly attributes: (group: Group) => ReadonlyMap<string, readonly Value[]>;
}

/** A request in version 1.1, which every printer knows, up to where the bytes of a document begin. */
export function encodeRequest(
  operation: number,
  groups: readonly { readonly group: Group; readonly attributes: readonly Attribute[] }[],
): Uint8Array {
  const parts: Buffer[] = [Buffer.from([1, 1, operation >> 8, operation & 0xff, 0, 0, 0, 1])];
  for (const { group, attributes } of groups) {
    if (attributes.length === 0) continue;
    parts.push(Buffer.from([GROUPS[group]]));
    for (const [name, type, given] of attributes) {
      const values = Array.isArray(given) ? given : [given];
      values.forEach((value, index) => {
        parts.push(Buffer.from([TAGS[type]]), counted(Buffer.from(index === 0 ? name : '')), counted(bytesOf(value)));
      });
    }
  }
  return Buffer.concat([...parts, Buffer.from([GROUPS.end])]);
}

function bytesOf(value: string | number | boolean | Range): Buffer {
  if (typeof value === 'string') return Buffer.from(value);
  if (typeof value === 'boolean') return Buffer.from([value ? 1 : 0]);
  return typeof value === 'number' ? int32(value) : Buffer.concat([int32(value.lower), int32(value.upper)]);
}

function counted(bytes: Buffer): Buffer {
  const length = Buffer.alloc(2);
  length.writeUInt16BE(bytes.length);
  return Buffer.concat([length, bytes]);
}

function int32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(value);
  return bytes;
}

/** Null for what is not an answer of this protocol, whole. */
export function decodeAnswer(bytes: Uint8Array): Answer | null {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  if (view.length < 9 || (view[0] !== 1 && view[0] !== 2)) return null;
  const groups = new Map<number, Map<string, Value[]>>();
  let group: Map<string, Value[]> | null = null;
  let values: Value[] = [];
  /** How many collections we are inside of: what they hold is passed over. */
  let depth = 0;
  for (let at = 8; at < view.length; ) {
    const tag = view.readUInt8(at++);
    if (tag === GROUPS.end)
      return { status: view.readUInt16BE(2), attributes: (each) => groups.get(GROUPS[each]) ?? new Map() };
    if (tag < 0x10) {
      group = new Map();
      // Of several groups of a kind (jobs of a list), the first is the one that was asked about.
      if (!groups.has(tag)) groups.set(tag, group);
      continue;
    }
    const name = pieceAt(view, at);
    const value = name === null ? null : pieceAt(view, at + 2 + name.length);
    if (name === null || value === null || group === null) return null;
    at += 4 + name.length + value.length;
    if (tag === TAGS.endCollection) depth = Math.max(0, depth - 1);
    if (depth === 0 && tag !== TAGS.endCollection) {
      if (name.length > 0) {
        values = [];
        group.set(name.toString(), values);
      }
      values.push(readValue(tag, value));
    }
    if (tag === TAGS.collection) depth++;
  }
  return null;
}

/** Bytes with their length in front; null where they are not all there. */
function pieceAt(view: Buffer, at: number): Buffer | null {
  if (at + 2 > view.length) return null;
  const end = at + 2 + view.readUInt16BE(at);
  return end > view.length ? null : view.subarray(at + 2, end);
}

function readValue(tag: number, bytes: Buffer): Value {
  switch (tag) {
    case TAGS.integer:
    case TAGS.enum:
      return bytes.length === 4 ? bytes.readInt32BE() : null;
    case TAGS.boolean:
      return bytes.length === 1 ? bytes[0] === 1 : null;
    case TAGS.range:
      return bytes.length === 8 ? { lower: bytes.readInt32BE(), upper: bytes.readInt32BE(4) } : null;
    case TAGS.textWithLanguage:
    case TAGS.nameWithLanguage: {
      const language = pieceAt(bytes, 0);
      return language === null ? null : (pieceAt(bytes, 2 + language.length)?.toString() ?? null);
    }
    default:
      // The strings; below them are the out-of-band values: `unknown`, `no-value`.
      return tag >= 0x40 ? bytes.toString() : null;
  }
}
