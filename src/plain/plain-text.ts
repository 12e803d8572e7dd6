import type { Furniture, PrintDocument } from '../document/document.js';
import { letterAt } from '../document/letters.js';
import type { FootnoteDefinition, Root } from '../document/tree.js';
import { walkTree } from '../document/walk.js';
import { blockLines, titleLines } from './blocks.js';
import type { NoteList, PlainContext } from './context.js';
import { movedIn, wrapped } from './lines.js';

/** Columns: what a mail may have without being broken anew (RFC 3676, 4.2, leaves room for answers to it). */
const WIDTH = 72;

/**
 * A document as plain text for mails and terminals: lines of at most 72 columns that end in `\n`, tables as lists, the
 * marking at its top and end. Addresses and code are never broken.
 */
export function plainText(document: PrintDocument): string {
  const context: PlainContext = { words: document.words, width: WIDTH, notes: notesOf(document.root) };
  const content = blockLines(document.root.children, context);
  const parts = [
    markingLines(document.furniture),
    content,
    noteLines(context),
    endLines(document.furniture),
    markingLines(document.furniture),
  ].filter((lines) => lines.length > 0);
  const lines = parts.flatMap((each, index) => (index === 0 ? each : ['', ...each]));
  return `${lines.map(visible).join('\n')}\n`;
}

/** Nothing that a terminal obeys, and nothing that shows a text in another order than it is read in. */
function visible(line: string): string {
  return line
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/\t/g, '    ')
    .replace(/\p{Surrogate}/gu, '\ufffd');
}

function markingLines({ tlp, marking, watermark }: Furniture): string[] {
  const words = [marking?.toLocaleUpperCase('en'), tlp, watermark].filter(
    (word) => word !== null && word !== undefined,
  );
  return words.length === 0 ? [] : wrapped(words.join('  '), WIDTH);
}

function endLines({ reference, asOf, restrictions }: Furniture): string[] {
  return [restrictions, [reference, asOf].filter(Boolean).join(' · ')].flatMap((line) =>
    line ? wrapped(line, WIDTH) : [],
  );
}

function noteLines(context: PlainContext): string[] {
  const notes = [...noteParts(context)];
  return notes.length === 0 ? [] : [...titleLines(context.words.footnotes, 2, context), '', ...notes];
}

function* noteParts(context: PlainContext): Generator<string> {
  for (const { letter, definition } of context.notes.inOrder()) {
    const margin = { first: `[${letter}] `, rest: '    ' };
    yield* movedIn(blockLines(definition.children, { ...context, width: WIDTH - 4 }), margin);
  }
}

function notesOf(root: Root): NoteList {
  const definitions = new Map<string, FootnoteDefinition>();
  walkTree([root], (node) => {
    if (node.type === 'footnoteDefinition' && !definitions.has(node.identifier)) definitions.set(node.identifier, node);
  });
  const named = new Map<string, { readonly letter: string; readonly definition: FootnoteDefinition }>();
  return {
    letterOf(identifier) {
      const definition = definitions.get(identifier);
      if (definition === undefined) return null;
      const known = named.get(identifier) ?? { letter: letterAt(named.size), definition };
      named.set(identifier, known);
      return known.letter;
    },
    inOrder: () => named.values(),
  };
}
