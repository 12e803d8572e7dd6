import type { MarkdownProblem, Parsed } from './parse.js';

/** Reads a text in the way in which it is printed. */
export type Reading = (markdown: string) => Parsed<readonly unknown[]>;

/** What begins a comment that says something: `<!-->` and `<!--->` are whole and say nothing. */
const BEGINNING = /<!--(?!-?>)/g;

/**
 * A text without its HTML comments, from which `read` makes the same tree; within code, a comment is text. One whose
 * place must be held, such as between two paragraphs, becomes `<!---->`.
 */
export function withoutHtmlComments(markdown: string, read: Reading): string {
  if (!markdown.includes('<!--')) return markdown;
  const comments = commentsIn(markdown, read);
  if (comments.length === 0) return markdown;
  const tree = JSON.stringify(read(markdown).nodes);
  const isSame = (text: string) => JSON.stringify(read(text).nodes) === tree;
  const removed = replaced(markdown, comments, () => '');
  if (isSame(removed)) return removed;
  const emptied = replaced(markdown, comments, () => '<!---->');
  // Where even its own marks matter, such as a fence in it that opens code after it, the words go and the marks stay.
  return isSame(emptied) ? emptied : replaced(markdown, comments, (words) => words.replace(/[\p{L}\p{M}\p{N}]/gu, 'x'));
}

type Span = readonly [start: number, end: number];

/** Whatever begins like a comment is given a number: the reader says which of them it took for one. */
function commentsIn(markdown: string, read: Reading): readonly Span[] {
  const beginnings = [...markdown.matchAll(BEGINNING)].map(({ index }) => index);
  let count = 0;
  const { problems } = read(markdown.replace(BEGINNING, (beginning) => `${beginning}${count++}:`));
  const found = new Set(problems.flatMap((problem) => numberOf(problem) ?? []));
  const spans: Span[] = [];
  for (const [number, start] of beginnings.entries()) {
    const end = markdown.indexOf('-->', start + 4);
    if (found.has(number) && end !== -1 && start >= (spans.at(-1)?.[1] ?? 0)) spans.push([start, end + 3]);
  }
  return spans;
}

function numberOf(problem: MarkdownProblem): number | null {
  if (problem.kind !== 'html-comment' || !problem.ends) return null;
  const digits = /^<!--(\d+):/.exec(problem.comment)?.[1];
  return digits === undefined ? null : Number(digits);
}

function replaced(markdown: string, spans: readonly Span[], by: (words: string) => string): string {
  let done = 0;
  const parts = spans.map(([start, end]) => {
    const part = markdown.slice(done, start) + by(markdown.slice(start, end));
    done = end;
    return part;
  });
  return parts.join('') + markdown.slice(done);
}
