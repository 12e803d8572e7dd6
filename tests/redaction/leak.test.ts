import { inflateSync } from 'node:zlib';
import fc from 'fast-check';
import { extractText } from 'unpdf';
import { describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { buildBriefing } from '../../src/index.js';
import { brief as briefOf, draws } from './tokens.js';

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

async function outputsOf(text: string, formats: readonly ('pdf' | 'md')[]) {
  const made = await buildBriefing({ text, name: 'marked.yaml', edition: 'public', formats });
  if (!made.ok) return made;
  const { pdf, memo, name } = made.value;
  const page = pdf ? (await extractText(Uint8Array.from(pdf), { mergePages: true })).text : '';
  const bytes = pdf ? everyByte(pdf) : '';
  return { ok: true as const, all: `${name}\n${memo ?? ''}\n${page}\n${page.replace(/[-\s]+/g, '')}\n${bytes}` };
}

describe('no withheld text is in any byte of any output', () => {
  const check = (formats: readonly ('pdf' | 'md')[], numRuns: number) =>
    fc.assert(
      fc.asyncProperty(draws, async (draw) => {
        const { brief, secret, shown } = briefOf(draw);
        const made = await outputsOf(`# ${'zqcommentkestrel'}\n${stringify(brief)}`, formats);
        if (!made.ok) {
          throw new Error(
            made.diagnostics
              .filter(({ severity }) => severity === 'error')
              .map(({ message }) => message)
              .join('\n'),
          );
        }
        const found = [...secret].filter(([token]) => made.all.includes(token));
        expect(found).toEqual([]);
        expect(made.all).not.toContain('zqcommentkestrel');
        expect(made.all).not.toMatch(/[^a-z]closed[^a-z]/);
        // The search finds what is there: most of what is shown.
        const seen = [...shown].filter(([token]) => made.all.includes(token));
        expect(seen.length).toBeGreaterThan(8);
      }),
      { numRuns },
    );

  test('memo', () => check(['md'], 25));
  test('PDF and memo', () => check(['pdf', 'md'], 5));
});

test('the search of this test finds what the whole brief shows', async () => {
  const { brief, shown } = briefOf({ own: 'CLEAR', limit: 'CLEAR', audiences: undefined, marks: [] });
  const made = await outputsOf(stringify(brief), ['pdf']);
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
