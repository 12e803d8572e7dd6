import { describe, expect, it } from 'vitest';
import { buildBriefing } from '../../src/index.js';
import { brief } from '../cli/session.js';

const paragraphs = (count: number) =>
  `background: |\n${Array.from({ length: count }, (_, i) => `  Paragraph ${i}. ${'Words of it. '.repeat(30)}\n\n`).join('')}`;

async function build(text: string, status = 'cleared') {
  const made = await buildBriefing({ text: brief(`status: ${status}\n${text}`), formats: ['pdf'] });
  return { pages: made.ok ? made.value.pages : 0, notes: made.diagnostics };
}

describe('a document with more pages than it may have', () => {
  it('names what is too much and by how many lines', async () => {
    const { notes } = await build(`${paragraphs(11)}layout: { maxPages: 1 }\n`);
    expect(notes).toHaveLength(1);
    expect(notes[0]).toMatchObject({ severity: 'error', code: 'page-overflow', place: { line: expect.any(Number) } });
    expect(notes[0]?.message).toMatch(
      /^The document has 2 pages, and may have 1\. Too many by \d+ lines, of `background`, `sources\[0\]`\.$/,
    );
    const lines = async (count: number) => {
      const [note] = (await build(`${paragraphs(count)}layout: { maxPages: 1 }\n`)).notes;
      return Number(/by (\d+) lines/.exec(note?.message ?? '')?.[1]);
    };
    // A paragraph is four or five lines.
    const more = (await lines(12)) - (await lines(11));
    expect(more).toBeGreaterThanOrEqual(4);
    expect(more).toBeLessThanOrEqual(6);
  });

  it('is one with more, and not one with exactly so many', async () => {
    const text = paragraphs(11);
    const { pages } = await build(text);
    expect(pages).toBe(2);
    const exactly = await build(`${text}layout: { maxPages: 2 }\n`);
    expect(exactly).toEqual({ pages: 2, notes: [] });
    // It is not set tighter either: its lines stay as far apart.
    const tighten = await build(`${text}layout: { maxPages: 2, onOverflow: tighten }\n`);
    expect(tighten).toEqual({ pages: 2, notes: [] });
    expect((await build(`${text}layout: { maxPages: 1 }\n`)).pages).toBe(0);
  });

  it('may be set tighter to exactly so many pages', async () => {
    const { pages, notes } = await build(`${paragraphs(8)}layout: { maxPages: 1, onOverflow: tighten }\n`);
    expect([pages, notes.map(({ severity }) => severity)]).toEqual([1, ['info']]);
  });

  it('moves its lines together before it makes its type smaller, and says so', async () => {
    const messages: string[] = [];
    for (let count = 8; count <= 14; count++) {
      const { pages, notes } = await build(`${paragraphs(count)}layout: { maxPages: 1, onOverflow: tighten }\n`);
      const [note] = notes;
      if (note === undefined) continue;
      if (note.severity === 'info') expect(pages).toBe(1);
      messages.push(note.severity === 'info' ? note.message.replace(/[\d.]+ points/g, '… points') : note.severity);
    }
    const order = ['To keep to the number of pages, lines are … points apart', 'and the type is', 'error'];
    const rank = (message: string) => (message === 'error' ? 2 : message.includes('and the type is') ? 1 : 0);
    expect(messages.map(rank)).toEqual(messages.map(rank).toSorted());
    for (const part of order) expect(messages.some((message) => message.includes(part))).toBe(true);
  });

  it('is an error where even the smallest type does not do', async () => {
    const { notes } = await build(`${paragraphs(40)}layout: { maxPages: 1, onOverflow: tighten, minBodyPt: 9.5 }\n`);
    expect(notes).toMatchObject([{ severity: 'error', code: 'page-overflow' }]);
    expect(notes[0]?.message).toContain('even as close and small as `minBodyPt` allows');
    expect(notes[0]?.hints[0]).not.toContain('tighten');
  });

  it.each(['', ', onOverflow: tighten, minBodyPt: 9.5'])(
    'is made all the same while it is a draft (%j)',
    async (how) => {
      const text = `${paragraphs(20)}layout: { maxPages: 1${how} }\n`;
      const { pages, notes } = await build(text, 'draft');
      expect(pages).toBeGreaterThan(1);
      expect(notes).toMatchObject([{ severity: 'warning', code: 'page-overflow' }]);
      expect(notes[0]?.hints.join(' ')).toContain('A draft is made all the same');
      const strict = await build(text);
      expect(strict.pages).toBe(0);
      expect(strict.notes[0]?.message).toBe(notes[0]?.message);
    },
  );
});
