/** Finds the citations in prose: `[@id]`, `[@id, art. 87(7)]`, `[@a; @b, p. 3]` (Pandoc's manual, "Citation syntax"). */

const KEY = /(?:^|;\s*)@(?:\{([^{}\s]+)\}|([\p{L}\p{N}_]+(?:[:.#$%&\-+?<>~/][\p{L}\p{N}_]+)*))(?=[\s,;]|$)/gu;

/** The ids that a passage cites, in order, without those in code. */
export function citedIn(prose: string): string[] {
  const text = withoutCode(prose);
  const ids: string[] = [];
  for (let at = text.indexOf('[@'); at !== -1; at = text.indexOf('[@', at + 1)) {
    const end = closingBracket(text, at);
    const isLink = text[end + 1] === '(' || text[end + 1] === '[';
    if (end === -1 || isLink || isEscaped(text, at)) continue;
    for (const [, braced, plain] of text.slice(at + 1, end).matchAll(KEY)) ids.push(braced ?? plain ?? '');
  }
  return ids;
}

/** The text with its code blanked out: fences, indented blocks, spans between runs of backticks. */
function withoutCode(prose: string): string {
  let fence: string | null = null;
  let afterBlank = true;
  let inList = false;
  const lines = prose.split('\n').map((line) => {
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
    if (fence !== null) {
      if (mark?.startsWith(fence) && line.trim() === mark) fence = null;
      return '';
    }
    if (mark && !(mark.startsWith('`') && line.trim().slice(mark.length).includes('`'))) {
      fence = mark;
      return '';
    }
    // Within a list, four spaces continue an item; anywhere else, after a blank line, they make code.
    if (/^ {0,3}(?:[-+*]|\d{1,9}[.)])\s/.test(line)) inList = true;
    else if (/^\S/.test(line)) inList = false;
    const isCode = afterBlank && !inList && /^(?: {4}|\t)/.test(line);
    afterBlank = isCode || line.trim() === '';
    return isCode ? '' : line;
  });
  return withoutCodeSpans(lines.join('\n'));
}

/** A span ends at the next run of as many backticks as began it; a run that finds no partner is text. */
function withoutCodeSpans(text: string): string {
  const runs = [...text.matchAll(/`+/g)];
  const next = nextOfSameLength(runs.map(([run]) => run.length));
  let kept = '';
  let from = 0;
  for (const [index, run] of runs.entries()) {
    const partner = runs[next[index] ?? -1];
    if (run.index < from || partner === undefined || isEscaped(text, run.index)) continue;
    kept += text.slice(from, run.index);
    from = partner.index + partner[0].length;
  }
  return kept + text.slice(from);
}

/** For each of the lengths, the place of the next one that is the same. */
function nextOfSameLength(lengths: readonly number[]): (number | undefined)[] {
  const seen = new Map<number, number>();
  const next: (number | undefined)[] = [];
  for (let index = lengths.length - 1; index >= 0; index -= 1) {
    const length = lengths[index] ?? 0;
    next[index] = seen.get(length);
    seen.set(length, index);
  }
  return next;
}

function closingBracket(text: string, open: number): number {
  let depth = 0;
  for (let at = open; at < text.length && at < open + 2000; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === '[') depth += 1;
    else if (text[at] === ']' && --depth === 0) return at;
  }
  return -1;
}

function isEscaped(text: string, at: number): boolean {
  let slashes = 0;
  while (text[at - 1 - slashes] === '\\') slashes += 1;
  return slashes % 2 === 1;
}
