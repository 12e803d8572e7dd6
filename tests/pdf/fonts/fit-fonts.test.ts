import { describe, expect, it } from 'vitest';
import type { PrintDefinition } from '../../../src/layout/definition.js';
import type { PrintNode } from '../../../src/layout/print-nodes.js';
import { fitFonts } from '../../../src/pdf/fonts/fit-fonts.js';
import { bundledLibrary } from './bundled.js';

function definition(content: PrintNode[], more: Partial<PrintDefinition> = {}): PrintDefinition {
  return {
    language: 'en',
    info: { title: 'T', author: null, subject: null, keywords: [], creator: 'c', created: '2026-01-01T00:00:00Z' },
    page: { width: 595, height: 842, margins: [50, 50, 50, 50] },
    fonts: { fallback: { serif: [], sans: [], mono: [] }, kind: {} },
    defaultStyle: { font: 'Source Serif 4', fontSize: 10 },
    content,
    header: { first: null, rest: null },
    footer: { first: null, rest: null },
    watermark: null,
    ...more,
  };
}

describe('fitFonts', () => {
  it('leaves a definition as it is where its fonts have everything', () => {
    const given = definition([{ text: 'plain' }, { text: [{ text: 'a' }, { text: 'b', bold: true }] }]);
    const fitted = fitFonts(given, bundledLibrary());
    expect(fitted).toMatchObject({ ok: true, value: { definition: given } });
    expect(fitted.ok && [...fitted.value.families]).toEqual(['Source Serif 4']);
  });

  it('divides runs wherever they are', () => {
    const node: PrintNode = { text: 'x ☎', origin: 'title' };
    const rules = { top: 0, head: 0, between: 0, bottom: 0, left: 0, inner: 0, right: 0 };
    const given = definition(
      [
        { stack: [node] },
        { columns: [{ ...node, width: '*' }], columnGap: 4 },
        { list: 'bullet', indent: 10, items: [{ content: [node], label: { text: '☎' } }] },
        {
          table: { widths: ['*'], headerRows: 0, body: [[node]] },
          rules: { ...rules, color: '#000', padding: [0, 0, 0, 0] },
        },
        { box: { content: [node], fill: null, bar: null, border: null, padding: [0, 0, 0, 0] } },
      ],
      { header: { first: node, rest: null }, footer: { first: null, rest: node } },
    );
    const fitted = fitFonts(given, bundledLibrary());
    const text = JSON.stringify(fitted.ok && fitted.value.definition);
    expect(text.split('{"text":"☎","font":"DejaVu Sans"}')).toHaveLength(9);
    expect(fitted.ok && [...fitted.value.families].sort()).toEqual(['DejaVu Sans', 'Source Serif 4']);
  });

  it('gives what is read in place of a run to its first part alone', () => {
    const given = definition([{ text: [{ text: 'a☎b', actualText: 'call' }] }]);
    const fitted = fitFonts(given, bundledLibrary());
    const [node] = fitted.ok ? fitted.value.definition.content : [];
    expect(node).toEqual({
      text: [
        { text: 'a', actualText: 'call' },
        { text: '☎', actualText: '', font: 'DejaVu Sans' },
        { text: 'b', actualText: '' },
      ],
    });
  });

  it('fails with one error for each field, which has the words and what is missing of them', () => {
    const given = definition([
      { text: 'hieroglyph 𓀀', origin: 'summary.en' },
      { stack: [{ text: '„漢字“, 漢 and a𓀀b' }, { text: [{ text: '字漢字' }] }], origin: 'keyFacts[2].text' },
      {
        text: [
          { text: 'x', origin: 'a' },
          { text: '\ue123', origin: 'title' },
        ],
      },
      { text: '一 二 三 四 五' },
    ]);
    const fitted = fitFonts(given, bundledLibrary());
    expect(fitted.ok).toBe(false);
    expect(fitted.diagnostics.map(({ code, field, message }) => [code, field, message])).toEqual([
      ['glyph-missing', 'summary.en', 'No font has “𓀀” (U+13000, Egyptian Hieroglyphs script): “𓀀” cannot be printed.'],
      [
        'glyph-missing',
        'keyFacts[2].text',
        'No font has “漢” (U+6F22, Han script), “字” (U+5B57, Han script) and “𓀀” (U+13000, Egyptian Hieroglyphs ' +
          'script): “漢字”, “漢”, “a𓀀b” and 1 more cannot be printed.',
      ],
      [
        'glyph-missing',
        'title',
        'No font has “\ue123” (U+E123, private use, no agreed meaning): “\ue123” cannot be printed.',
      ],
      [
        'glyph-missing',
        undefined,
        'No font has “一” (U+4E00, Han script), “二” (U+4E8C, Han script), “三” (U+4E09, Han script) and 2 more: “一”, ' +
          '“二”, “三” and 2 more cannot be printed.',
      ],
    ]);
    expect(fitted.diagnostics[0]?.hints?.[0]).toMatch(/^Tried “Source Serif 4”, .*: add a font that has it/);
  });

  it('shows the part of a long word around the character', () => {
    const fitted = fitFonts(definition([{ text: `${'a'.repeat(60)}漢${'b'.repeat(60)}` }]), bundledLibrary());
    expect(fitted.diagnostics[0]?.message).toContain(`: “…${'a'.repeat(24)}漢${'b'.repeat(23)}…” cannot`);
    const near = fitFonts(definition([{ text: `漢${'b'.repeat(60)}` }]), bundledLibrary());
    expect(near.diagnostics[0]?.message).toContain(`: “漢${'b'.repeat(47)}…” cannot`);
  });

  it('fails for a family that does not exist', () => {
    const fitted = fitFonts(definition([{ text: 'x', font: 'Comic Sans' }]), bundledLibrary());
    expect(fitted.diagnostics).toMatchObject([
      { code: 'theme-invalid', message: 'There is no font family “Comic Sans”.' },
    ]);
  });
});
