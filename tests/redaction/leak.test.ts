import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import fc from 'fast-check';
import { extractText } from 'unpdf';
import { afterAll, describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { buildBriefing, type Tlp } from '../../src/index.js';
import { brief as briefOf, type Draw, draws, type Marked } from './tokens.js';

/** The bytes of a file and of everything that is deflated in it, found by trying: no reader of PDFs has a say in it. */
function everyByte(bytes: Uint8Array): string {
  const file = Buffer.from(bytes);
  const parts = [file];
  for (let at = file.indexOf('stream\n'); at !== -1; at = file.indexOf('stream\n', at + 1)) {
    try {
      parts.push(inflateSync(file.subarray(at + 'stream\n'.length)));
    } catch {
      // Not a stream that is deflated: its bytes are looked at as they are.
    }
  }
  // UTF-16 is ASCII with a zero byte between any two letters; in a string in hexadecimal it is four digits each.
  const plain = parts.map((part) => part.toString('latin1').replaceAll('\0', '')).join('\n');
  const hex = plain.replace(/(?:00[46-7][0-9a-f]){8,}/gi, (digits) =>
    Buffer.from(digits, 'hex').toString('latin1').replaceAll('\0', ''),
  );
  return `${plain}\n${hex}`.toLowerCase();
}

interface Asked {
  readonly formats: readonly ('pdf' | 'md')[];
  /** The edition: one that the brief names, or what its readers may see. */
  readonly choice?: { readonly edition: string } | { readonly maxTlp: Tlp; readonly audiences?: readonly string[] };
  readonly folder?: string;
}

async function outputsOf(text: string, { formats, choice = { edition: 'public' }, folder = '.' }: Asked) {
  const made = await buildBriefing({ text, name: 'marked.yaml', folder, ...choice, formats });
  if (!made.ok) return made;
  const { pdf, memo, name } = made.value;
  const page = pdf ? (await extractText(Uint8Array.from(pdf), { mergePages: true })).text : '';
  const bytes = pdf ? everyByte(pdf) : '';
  return { ok: true as const, all: `${name}\n${memo ?? ''}\n${page}\n${page.replace(/[-\s]+/g, '')}\n${bytes}` };
}

type Outputs = Awaited<ReturnType<typeof outputsOf>>;

function allOf(made: Outputs): string {
  if (made.ok) return made.all;
  const errors = made.diagnostics.filter(({ severity }) => severity === 'error');
  throw new Error(errors.map(({ message }) => message).join('\n'));
}

function expectNothingWithheld(all: string, { secret, shown }: Marked): void {
  expect([...secret].filter(([token]) => all.includes(token))).toEqual([]);
  expect(all).not.toContain('zqcommentkestrel');
  expect(all).not.toMatch(/[^a-z]closed[^a-z]/);
  // The search finds what is there: most of what is shown.
  expect([...shown].filter(([token]) => all.includes(token)).length).toBeGreaterThan(8);
}

const textOf = (fields: Marked['brief']) => `# ${'zqcommentkestrel'}\n${stringify(fields)}`;

describe('no withheld text is in any byte of any output', () => {
  const check = (numRuns: number, ask: (draw: Draw) => Asked) =>
    fc.assert(
      fc.asyncProperty(draws, async (draw) => {
        const asked = ask(draw);
        const marked = briefOf(draw, asked.choice === undefined);
        expectNothingWithheld(allOf(await outputsOf(textOf(marked.brief), asked)), marked);
      }),
      { numRuns },
    );
  const unnamed = ({ limit, audiences }: Draw) => ({ maxTlp: limit, ...(audiences && { audiences }) });

  test('memo', () => check(25, () => ({ formats: ['md'] })));
  test('PDF and memo', () => check(5, () => ({ formats: ['pdf', 'md'] })));
  test('memo of an edition without a name', () => check(15, (draw) => ({ formats: ['md'], choice: unnamed(draw) })));
  test('PDF and memo of an edition without a name', () =>
    check(4, (draw) => ({ formats: ['pdf', 'md'], choice: unnamed(draw) })));
});

describe('no text of the edition before is in any byte of an edition for other readers', () => {
  const folder = mkdtempSync(join(tmpdir(), 'briefpress-before-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  const check = (numRuns: number, formats: Asked['formats']) =>
    fc.assert(
      fc.asyncProperty(draws, draws, async (draw, drawBefore) => {
        const marked = briefOf(draw);
        const before = textOf(briefOf(drawBefore).brief).replaceAll('kestrel', 'osprey');
        writeFileSync(join(folder, 'before.yaml'), before);
        const now = { ...marked.brief, edition: 2, supersedes: { edition: 1, file: 'before.yaml' } };
        const all = allOf(await outputsOf(textOf(now), { formats, folder }));
        expectNothingWithheld(all, marked);
        expect(all).not.toContain('osprey');
        expect(all).not.toContain('before.yaml');
      }),
      { numRuns },
    );

  test('memo', () => check(10, ['md']));
  test('PDF and memo', () => check(3, ['pdf', 'md']));
});

test('the search of this test finds what the whole brief shows', async () => {
  const { brief, shown } = briefOf({ own: 'CLEAR', limit: 'CLEAR', audiences: undefined, marks: [] });
  const made = await outputsOf(stringify(brief), { formats: ['pdf'] });
  if (!made.ok) throw new Error(made.diagnostics[0]?.message);
  expect([...shown].filter(([token]) => !made.all.includes(token))).toEqual([]);
});

test('the brief in the document builds to the same document', async () => {
  const { brief } = briefOf({
    own: 'AMBER',
    limit: 'GREEN',
    audiences: undefined,
    marks: [
      { tlp: 'GREEN', audiences: undefined },
      { tlp: 'CLEAR', audiences: undefined },
    ],
  });
  const made = await buildBriefing({ text: stringify(brief), name: 'marked.yaml', edition: 'public' });
  if (!made.ok) throw new Error(made.diagnostics[0]?.message);
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const document = await getDocument({ data: Uint8Array.from(made.value.pdf ?? []), verbosity: 0 }).promise;
  const files = (await document.getAttachments()) as Record<string, { content: Uint8Array }>;
  await document.destroy();
  expect(Object.keys(files)).toEqual(expect.arrayContaining(['marked.public.md', 'marked.public.yaml']));
  const again = await buildBriefing({ text: files['marked.public.yaml']?.content ?? '', name: 'marked.public.yaml' });
  if (!again.ok) throw new Error(again.diagnostics[0]?.message);
  expect(again.value.memo).toBe(made.value.memo);
  expect(Buffer.from(again.value.pdf ?? []).equals(Buffer.from(made.value.pdf ?? []))).toBe(true);
});
