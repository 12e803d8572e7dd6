/** Escapes of double quotes that change a text in silence, where another backslash was meant. */

import type { Range } from './places.js';
import type { SyntaxProblem } from './problem.js';

const SURPRISING: Readonly<Record<string, string>> = {
  _: 'a no-break space',
  N: 'a line end',
  L: 'a line end',
  P: 'a line end',
};

/** `C:\new` in double quotes has a line end in it. */
const DRIVE = /(?<!\p{L})\p{L}:(?=\\[^\\/"])/u;

/** What is surprising in a text as it is written, with its quotes; `range` is where it stands. */
export function surprisingEscape(written: string, [start]: Range): SyntaxProblem | null {
  const drive = DRIVE.exec(written);
  if (drive !== null) {
    const at = start + drive.index + drive[0].length;
    return {
      code: 'syntax-lost-text',
      range: [at, at + 2],
      message: `Found \`${written.slice(at - start, at - start + 2)}\` in double quotes, where it is an escape, not a backslash.`,
      hints: ['Write the path with /, or each backslash twice.'],
    };
  }
  for (const { 0: found, 1: letter = '', index } of written.matchAll(/\\(.)/gsu)) {
    const meant = Object.hasOwn(SURPRISING, letter) ? SURPRISING[letter] : undefined;
    if (meant === undefined) continue;
    return {
      code: 'syntax-lost-text',
      range: [start + index, start + index + 2],
      message: `Found \`${found}\` in double quotes, where it is ${meant}.`,
      hints: [`For a backslash write \`\\${found}\`; for the character, type it or write its number (\\xA0, \\n).`],
    };
  }
  return null;
}
