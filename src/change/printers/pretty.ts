import { type Changes, type FieldChange, type ItemChange, isUnchanged, type Words } from '../changes.js';
import { contentNote, countLine, isRemarked, kindWord, moveWords, remarkedLine, sectionsOf } from './phrases.js';

/** Colours for the terminal; without them signs and words say the same. */
export interface ChangePalette {
  added(text: string): string;
  removed(text: string): string;
  strong(text: string): string;
  muted(text: string): string;
}

/** The changes for a terminal: `+`, `-` and `~` before items, `{+words+}` and `[-words-]` within texts. */
export function printPretty(changes: Changes, palette: ChangePalette): string {
  const { older, newer } = changes;
  const head = `From edition ${older.edition} (as of ${older.asOf}) to edition ${newer.edition} (as of ${newer.asOf})`;
  if (isUnchanged(changes)) return `${head}\nNothing has changed.\n`;
  const note = contentNote(changes);
  const lines = [
    palette.strong(head),
    countLine(changes),
    ...(note === null ? [] : [palette.muted(note)]),
    ...(changes.fields.length === 0 ? [] : ['', palette.strong('The brief')]),
    ...changes.fields.flatMap((field) => fieldLines(field, '  ', palette)),
    ...sectionsOf(changes).flatMap(({ title, items }) => [
      '',
      palette.strong(title),
      ...items.filter((item) => !isRemarked(item)).flatMap((item) => itemLines(item, palette)),
      ...remarkedLine(items, '~ '),
    ]),
  ];
  return `${lines.join('\n')}\n`;
}

function itemLines(item: ItemChange, palette: ChangePalette): string[] {
  const id = item.id === null ? '' : ` ${palette.muted(`[${item.id}]`)}`;
  const line = `${kindWord(item)}: ${item.name}${id}`;
  switch (item.kind) {
    case 'added':
      return [palette.added(`+ ${line}`)];
    case 'removed':
      return [palette.removed(`- ${line}`)];
    case 'changed':
      return [`~ ${line}`, ...item.fields.flatMap((field) => fieldLines(field, '    ', palette))];
  }
}

function fieldLines(change: FieldChange, indent: string, palette: ChangePalette): string[] {
  const name = `${indent}${change.field}: `;
  switch (change.kind) {
    case 'text':
      return [name + change.words.map((words) => wordsIn(words, palette)).join('')];
    case 'list':
      return [
        ...change.removed.map((line) => name + palette.removed(`- removed: ${line}`)),
        ...change.added.map((line) => name + palette.added(`+ added: ${line}`)),
      ];
    case 'value':
    case 'status':
    case 'likelihood':
    case 'confidence':
      return [name + moveWords(change)];
  }
}

function wordsIn({ kind, text }: Words, palette: ChangePalette): string {
  const [, before = '', words = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(text) ?? [];
  if (kind === 'same' || words === '') return text;
  return kind === 'added'
    ? `${before}${palette.added(`{+${words}+}`)}${after}`
    : `${before}${palette.removed(`[-${words}-]`)}${after}`;
}
