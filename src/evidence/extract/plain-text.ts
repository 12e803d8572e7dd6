import { ASIDE_BEGIN, ASIDE_END } from '../structure.js';

/**
 * A plain text as its reader understands it. In an e-mail that was kept as text, the `>` before each line of a quoted
 * passage was added by the mail program: where two or more lines begin with it, it may be left out.
 */
export function textOfPlain(text: string): string {
  const lines = text.split('\n');
  const isQuoted = (at: number) => QUOTED.test(lines[at] ?? '');
  return lines
    .map((line, at) =>
      isQuoted(at) && (isQuoted(at - 1) || isQuoted(at + 1))
        ? line.replace(QUOTED, `${ASIDE_BEGIN}$&${ASIDE_END}`)
        : line,
    )
    .join('\n');
}

const QUOTED = /^(?:[ \t]?>)+/;
