import { type Changes, type FieldChange, type ItemChange, isUnchanged, type Words } from '../changes.js';
import { contentNote, countLine, isRemarked, kindWord, moveWords, remarkedLine, sectionsOf } from './phrases.js';

/** The changes as Markdown, for a mail or a wiki: what is new in bold, what is gone struck through. */
export function printMarkdown(changes: Changes): string {
  const { older, newer } = changes;
  const note = contentNote(changes);
  const parts = [
    `# From edition ${older.edition} to edition ${newer.edition}`,
    `As of ${older.asOf}, and as of ${newer.asOf}.`,
    ...(isUnchanged(changes) ? ['Nothing has changed.'] : [countLine(changes)]),
    ...(note === null ? [] : [note]),
    ...(changes.fields.length === 0
      ? []
      : ['## The brief', changes.fields.flatMap((field) => fieldLines(field, '')).join('\n')]),
    ...sectionsOf(changes).flatMap(({ title, items }) => [
      `## ${title}`,
      [...items.filter((item) => !isRemarked(item)).flatMap(itemLines), ...remarkedLine(items, '- ')].join('\n'),
    ]),
  ];
  return `${parts.join('\n\n')}\n`;
}

function itemLines(item: ItemChange): string[] {
  const id = item.id === null ? '' : ` (\`${item.id}\`)`;
  const line = `- **${kindWord(item)}:** ${plain(item.name)}${id}`;
  return item.kind === 'changed' ? [line, ...item.fields.flatMap((field) => fieldLines(field, '  '))] : [line];
}

function fieldLines(change: FieldChange, indent: string): string[] {
  const name = `${indent}- ${change.title}: `;
  switch (change.kind) {
    case 'text':
      return [name + apart(change.words).map(wordsIn).join('')];
    case 'list':
      return [
        ...change.removed.map((line) => `${name}removed ~~${plain(line)}~~`),
        ...change.added.map((line) => `${name}added **${plain(line)}**`),
      ];
    case 'value':
    case 'status':
    case 'likelihood':
    case 'confidence':
      return [name + plain(moveWords(change))];
  }
}

/** What is new in place of something that is gone has a blank before it, or the two would be read as one word. */
function apart(words: readonly Words[]): readonly Words[] {
  return words.flatMap((each, at) => {
    const before = words[at - 1];
    const touch =
      before?.kind === 'removed' && each.kind === 'added' && /\S$/.test(before.text) && /^\S/.test(each.text);
    return touch ? [{ kind: 'same', text: ' ' }, each] : [each];
  });
}

/** A mark stands close to its words, or Markdown does not see it. */
function wordsIn({ kind, text }: Words): string {
  const [, before = '', words = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(plain(text)) ?? [];
  if (kind === 'same' || words === '') return plain(text);
  const mark = kind === 'added' ? '**' : '~~';
  return `${before}${mark}${words}${mark}${after}`;
}

/** The words of a brief are data here too: what is Markdown in them is shown and not obeyed. */
function plain(text: string): string {
  return text.replace(/\s*\n\s*/g, ' ').replace(/[\\`*_~[\]<>|#]/g, '\\$&');
}
