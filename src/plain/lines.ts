import stringWidth from 'string-width';

/** Columns of a terminal that a text takes: two for a wide letter (UAX #11), none for a combining one. */
export function columnsOf(text: string): number {
  return stringWidth(text);
}

/** Where a line stands: what begins its first line, and what the others are moved in by. */
export interface Margin {
  readonly first: string;
  readonly rest: string;
}

const NO_MARGIN: Margin = { first: '', rest: '' };

/** `text` in lines of at most `width` columns; its own line ends stay. A word wider than a line is an address, and stays whole. */
export function wrapped(text: string, width: number, margin: Margin = NO_MARGIN): string[] {
  const lines = text.split('\n').flatMap((line) => wrappedLine(line, width - columnsOf(margin.rest)));
  return lines.map((line, index) => `${index === 0 ? margin.first : margin.rest}${line}`.trimEnd());
}

function wrappedLine(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of piecesOf(text)) {
    const joined = line + piece;
    if (line === '' || columnsOf(joined.trimEnd()) <= width) {
      line = joined;
      continue;
    }
    lines.push(line.trimEnd());
    line = piece.trimStart();
  }
  return [...lines, line.trimEnd()];
}

/** Scripts that are written without spaces may be broken between any two letters, but not before a full stop. */
const WITHOUT_SPACES = /(?<=[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}])(?=\p{L})/u;

/** Where a line may end: after blanks that are not no-break spaces. */
function piecesOf(text: string): string[] {
  return text
    .split(/(?<=[ \t])(?=[^ \t])/)
    .flatMap((word) => (WITHOUT_SPACES.test(word) ? word.split(new RegExp(WITHOUT_SPACES, 'gu')) : [word]));
}

/** Every line moved in by `margin`; empty ones stay empty. */
export function movedIn(lines: readonly string[], margin: Margin): string[] {
  return lines.map((line, index) => (line === '' ? '' : (index === 0 ? margin.first : margin.rest) + line));
}
