import { describe, expect, it } from 'vitest';
import type { PrintDefinition, PrintNode } from '../../../src/layout/definition.js';
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

  it('fails with every character that no font has, each once, and the field it is in', () => {
    const given = definition([
      { text: 'hieroglyph 𓀀', origin: 'summary.en' },
      { stack: [{ text: '漢 𓀀' }], origin: 'keyFacts[2].text' },
      {
        text: [
          { text: 'x', origin: 'a' },
          { text: '\ue123', origin: 'title' },
        ],
      },
    ]);
    const fitted = fitFonts(given, bundledLibrary());
    expect(fitted.ok).toBe(false);
    expect(fitted.diagnostics.map(({ code, field, message }) => ({ code, field, message }))).toEqual([
      {
        code: 'glyph-missing',
        field: 'summary.en',
        message: 'No font at hand has the character “𓀀” (U+13000, Egyptian Hieroglyphs script).',
      },
      {
        code: 'glyph-missing',
        field: 'keyFacts[2].text',
        message: 'No font at hand has the character “漢” (U+6F22, Han script).',
      },
      {
        code: 'glyph-missing',
        field: 'title',
        message: 'No font at hand has the character “\ue123” (U+E123, private use, no agreed meaning).',
      },
    ]);
  });

  it('fails for a family that does not exist', () => {
    const fitted = fitFonts(definition([{ text: 'x', font: 'Comic Sans' }]), bundledLibrary());
    expect(fitted.diagnostics).toMatchObject([
      { code: 'theme-invalid', message: 'There is no font family “Comic Sans”.' },
    ]);
  });
});
