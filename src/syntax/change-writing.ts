/** Values → YAML or JSON, as a person would write them. */
import { Document, isCollection, isMap, isPair, isScalar, Scalar, visit } from 'yaml';
import type { TextFormat } from './format.js';

/** Columns: a longer text is written in lines. */
const WIDTH = 100;

/** The lines of a value in blocks. Texts of several paragraphs and long ones stand in blocks of their own. */
export function blockLines(value: unknown, width = WIDTH): readonly string[] {
  const document = new Document(value, { version: '1.2', schema: 'core', aliasDuplicateObjects: false });
  visit(document, {
    Pair: (_key, pair) => {
      if (isCollection(pair.value) && isShort(pair.value.toJSON(), isMap(pair.value))) pair.value.flow = true;
    },
    Scalar: (key, scalar, path) => {
      if (key === 'key' || typeof scalar.value !== 'string' || path.some((each) => isCollection(each) && each.flow))
        return;
      const type = typeFor(scalar.value, width);
      if (type !== undefined) scalar.type = type;
    },
  });
  return linesOf(document.toString({ lineWidth: width, indent: 2, minContentWidth: 0, flowCollectionPadding: false }));
}

function typeFor(value: string, width: number): Scalar.Type | undefined {
  if (/\n/.test(value.trim())) return Scalar.BLOCK_LITERAL;
  return value.length > width - 20 ? Scalar.BLOCK_FOLDED : undefined;
}

/** A list of a few words, or a small map within an item, stands on one line: `sources: [first-source]`. */
function isShort(value: unknown, isOfFields: boolean): boolean {
  const inner = Object.values(value as object) as readonly unknown[];
  if (isOfFields || inner.length === 0) return inner.length === 0;
  return inner.every((each) => typeof each === 'string' && each.length < 40 && /^[\w.:+-]+$/.test(each));
}

/** A value on one line. */
export function flowText(value: unknown, format: TextFormat): string {
  if (format === 'json') return JSON.stringify(value);
  const document = new Document(value, { version: '1.2', schema: 'core', aliasDuplicateObjects: false });
  visit(document, {
    Collection: (_key, node) => {
      node.flow = true;
    },
    Scalar: (key, scalar) => {
      if (key !== 'key' && typeof scalar.value === 'string' && /[\n,[\]{}]/.test(scalar.value)) {
        scalar.type = Scalar.QUOTE_DOUBLE;
      }
    },
    Pair: (_key, pair) => {
      if (isPair(pair) && isScalar(pair.key)) pair.key.type = Scalar.PLAIN;
    },
  });
  const text = document.toString({ lineWidth: 0, doubleQuotedMinMultiLineLength: Number.MAX_SAFE_INTEGER }).trimEnd();
  if (text.includes('\n')) return JSON.stringify(value);
  // As people write it: `{ source: press, audiences: [desk] }`.
  return text.includes('"') ? text : text.replace(/\[ ([^\]]*) \]/g, '[$1]');
}

/** A text in a way of quoting. */
export function scalarText(value: unknown, type: Scalar.Type | undefined): string {
  const scalar = new Scalar(value);
  if (type !== undefined && typeof value === 'string') scalar.type = type;
  const document = new Document(scalar, { version: '1.2', schema: 'core' });
  return document
    .toString({ lineWidth: 0, doubleQuotedMinMultiLineLength: Number.MAX_SAFE_INTEGER })
    .replace(/\n$/, '');
}

/** The lines of a block scalar below its header, and the header: `>-`. */
export function blockScalar(value: string, type: Scalar.Type, width: number): readonly string[] {
  const scalar = new Scalar(value);
  scalar.type = type;
  const document = new Document({ a: scalar }, { version: '1.2', schema: 'core' });
  const [first = '', ...rest] = linesOf(document.toString({ lineWidth: width, indent: 2, minContentWidth: 0 }), false);
  return [first.slice('a: '.length), ...rest];
}

function linesOf(text: string, isTrimmed = true): string[] {
  return (isTrimmed ? text.trimEnd() : text.replace(/\n$/, '')).split('\n');
}
