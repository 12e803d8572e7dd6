import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { buildBriefing } from '../../src/index.js';
import { type Page, pagesOf } from './pages.js';

const FOLDER = join(import.meta.dirname, '../../briefs');

interface Line {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly tag: string;
}

/** Points: words of one line are no farther apart, and raised numbers no higher. */
const APART = 9;
const RAISED = 5;

/** The lines of text of a page, each as far as it reads on: two columns have lines of their own. */
function linesOf({ pieces }: Page): Line[] {
  const lines: { x: number; end: number; y: number; text: string; tag: string }[] = [];
  const read = pieces.filter(({ tag }) => tag !== 'Artifact');
  for (const { x, y, width, text, tag } of [...read].sort((a, b) => a.x - b.x)) {
    // Labels, and headings in the rail, have lines of their own.
    const line = lines.find(
      (each) => Math.abs(each.y - y) < RAISED && Math.abs(x - each.end) < APART && !/^(?:Lbl|H2)$/.test(each.tag),
    );
    if (line === undefined) lines.push({ x, end: x + width, y, text, tag });
    else {
      line.text += text;
      line.end = x + width;
    }
  }
  return lines;
}

/** Where two lines or more begin. */
function edgesOf(lines: readonly Line[]): number[] {
  const starts = lines.map(({ x }) => x).sort((a, b) => a - b);
  const found: { at: number; count: number }[] = [];
  for (const x of starts) {
    const last = found.at(-1);
    if (last === undefined || x - last.at > 1.5) found.push({ at: x, count: 1 });
    else last.count++;
  }
  return found.filter(({ count }) => count > 1).map(({ at }) => at);
}

/** Without the row of particulars at the head, what stands in the columns of tables, and words in figures. */
function below(lines: readonly Line[]): readonly Line[] {
  const top = Math.max(...lines.filter(({ tag }) => /^H[23]$/.test(tag)).map(({ y }) => y));
  return lines.filter(({ y, tag }) => (tag === 'H1' || y <= top) && !/^(?:T[HD]|Figure)$/.test(tag));
}

const SAMPLES = readdirSync(FOLDER)
  .filter((name) => /\.(?:yaml|json)$/.test(name))
  .flatMap((name) => {
    const { languages = ['en'] } = parse(readFileSync(join(FOLDER, name), 'utf8')) as { languages?: string[] };
    return languages.map((language) => ({ name, language }));
  });

describe.each(SAMPLES)('$name in $language', ({ name, language }) => {
  let pages: Line[][] = [];
  beforeAll(async () => {
    const made = await buildBriefing({ file: join(FOLDER, name), language, formats: ['pdf'] });
    if (!made.ok) throw new Error(JSON.stringify(made.diagnostics));
    pages = (await pagesOf(made.value.pdf ?? new Uint8Array())).map(linesOf);
  });

  it('has lines that are easy to come back from', () => {
    const lengths = pages
      .flat()
      .map(({ text }) => text.length)
      .filter((length) => length > 25)
      .sort((a, b) => a - b);
    expect(lengths[Math.floor(lengths.length * 0.9)] ?? 0).toBeLessThanOrEqual(80);
    // What may be done with the document is one line, from whose end nobody comes back.
    expect(pages.flat().filter(({ text }) => text.length > 86 && !text.startsWith('TLP:'))).toEqual([]);
  });

  it('has few left edges on a page', () => {
    for (const lines of pages) {
      const edges = edgesOf(below(lines)).map(Math.round);
      // A table of five columns has four of them.
      expect({ edges, many: edges.length > 10 }).toEqual({ edges, many: false });
    }
  });
});
