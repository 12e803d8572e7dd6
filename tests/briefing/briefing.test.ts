import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildBriefing, checkBrief } from '../../src/index.js';
import { brief } from '../cli/session.js';

describe('buildBriefing', () => {
  test('makes both documents from a text', async () => {
    const result = await buildBriefing({ text: brief('id: visit\n') });
    expect(result.diagnostics).toEqual([]);
    if (!result.ok) throw new Error('it did not build');
    const { name, language, pages, pdf, memo } = result.value;
    expect({ name, language, pages }).toEqual({ name: 'visit', language: 'en', pages: 1 });
    expect(
      Buffer.from(pdf ?? [])
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
    expect(memo).toContain('The visit took place.');
  });

  test('makes what is asked for alone', async () => {
    const memo = await buildBriefing({ text: brief(), formats: ['md'] });
    expect(memo.ok && Object.keys(memo.value).sort()).toEqual([
      'attachments',
      'language',
      'memo',
      'name',
      'pages',
      'pictures',
    ]);
    expect(memo.ok && memo.value.pages).toBe(0);
    const pdf = await buildBriefing({ text: brief(), formats: ['pdf'] });
    expect(pdf.ok && Object.keys(pdf.value).sort()).toEqual([
      'attachments',
      'language',
      'name',
      'pages',
      'pdf',
      'pictures',
    ]);
  });

  test('the same brief gives the same bytes; another date gives others', async () => {
    const pdfOf = async (created?: Date) => {
      const made = await buildBriefing({ text: brief(), formats: ['pdf'], ...(created && { created }) });
      return made.ok ? Buffer.from(made.value.pdf ?? []) : Buffer.alloc(0);
    };
    const first = await pdfOf();
    expect(first.length).toBeGreaterThan(5000);
    expect((await pdfOf()).equals(first)).toBe(true);
    expect((await pdfOf(new Date('2025-01-01T00:00:00Z'))).equals(first)).toBe(false);
  });

  test('every problem has its place in the brief', async () => {
    const text = brief('background: "![x](x.png) and ![y](../y.png)"\nannexes: [{ title: Z, body: "![z](z.png)" }]\n');
    const result = await buildBriefing({ text, name: 'a.yaml' });
    expect(result.ok).toBe(false);
    expect(result.diagnostics.map(({ code, place }) => [code, place?.file, place?.line])).toEqual([
      ['image-missing', 'a.yaml', 13],
      ['file-outside-folder', 'a.yaml', 13],
      ['image-missing', 'a.yaml', 14],
    ]);
  });

  test('a brief that has problems gives them, and nothing else', async () => {
    const result = await buildBriefing({ text: 'briefpress: 1\ntitle: x\n' });
    expect(result).toEqual({ ok: false, diagnostics: expect.any(Array) });
    expect(result.diagnostics.length).toBeGreaterThan(2);
  });

  test('JSON by its name, by its format', async () => {
    const text = '{"briefpress": 1,}';
    for (const input of [
      { text, name: 'a.json' },
      { text, format: 'json' as const },
    ]) {
      expect((await checkBrief(input))[0]).toMatchObject({ code: 'syntax-json' });
    }
  });
});

describe('a brief in a file', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'briefpress-library-'));
    mkdirSync(join(folder, 'briefs'));
    writeFileSync(join(folder, 'briefs/law.md'), 'The *law*.');
    writeFileSync(join(folder, 'briefs/a.yaml'), brief('annexes: [{ title: Law, file: law.md }]\n'));
    writeFileSync(join(folder, 'outside.md'), 'Outside.');
    writeFileSync(join(folder, 'briefs/b.yaml'), brief('annexes: [{ title: Law, file: ../outside.md }]\n'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  test('reads what lies beside it, and nothing else', async () => {
    const made = await buildBriefing({ file: join(folder, 'briefs/a.yaml'), formats: ['md'] });
    expect(made.ok && made.value.memo).toContain('The _law_.');
    expect(await checkBrief({ file: join(folder, 'briefs/b.yaml') })).toMatchObject([{ code: 'file-outside-folder' }]);
  });

  test('a text may stand in for a file of that folder', async () => {
    const text = brief('annexes: [{ title: Law, file: law.md }]\n');
    expect(await checkBrief({ text, folder: join(folder, 'briefs') })).toEqual([]);
    expect((await checkBrief({ text, folder }))[0]).toMatchObject({ code: 'file-not-found' });
  });

  test('one that is not there', async () => {
    expect(await checkBrief({ file: join(folder, 'nothing.yaml') })).toMatchObject([{ code: 'file-not-found' }]);
  });
});
