/** Text in the cells of a terminal: tabs, wide and combining characters, and those that would command the terminal. */

const TAB = 4;
const COMBINING = /[\p{M}\p{Cf}]/u;
const WIDE =
  /[\u1100-\u115F\u2E80-\u303E\u3041-\uA4CF\uA960-\uA97C\uAC00-\uD7A3\uF900-\uFAFF\uFE10-\uFE19\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6\u{16FE0}-\u{1B2FF}\u{1F200}-\u{1F265}\u{20000}-\u{3FFFD}]|\p{Emoji_Presentation}/u;
/** Controls act on the terminal; bidirectional overrides show a line in another order than it is in. */
const UNSAFE = /[\p{Cc}\p{Cs}\u061C\u200E\u200F\u2028\u2029\u202A-\u202E\u2066-\u2069]/gu;

/** A character as it is shown, where it stands in its text, and how many cells it takes. */
export interface Cell {
  readonly shown: string;
  readonly offset: number;
  readonly width: number;
}

/** A line as the terminal shows it. */
export function cellsOf(line: string): Cell[] {
  const cells: Cell[] = [];
  let column = 0;
  let offset = 0;
  for (const character of line) {
    const tab = TAB - (column % TAB);
    const cell =
      character === '\t'
        ? { shown: ' '.repeat(tab), offset, width: tab }
        : { shown: visible(character), offset, width: widthOf(character) };
    cells.push(cell);
    column += cell.width;
    offset += character.length;
  }
  return cells;
}

function widthOf(character: string): number {
  if (visible(character) !== character) return 1;
  if (COMBINING.test(character)) return 0;
  return WIDE.test(character) ? 2 : 1;
}

/** The text without anything that would act on a terminal. */
export function visible(text: string): string {
  return text.replace(UNSAFE, '\uFFFD');
}

/** A file's name in one line: line ends and other control characters are written as escapes. */
export function visibleName(name: string): string {
  return visible(name.replace(/\p{Cc}/gu, (character) => JSON.stringify(character).slice(1, -1)));
}
