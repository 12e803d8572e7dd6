import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitText } from '../../../src/pdf/fonts/split-text.js';
import { bundledLibrary, readBundled } from './bundled.js';

const library = bundledLibrary();
const plain = { family: 'Source Serif 4', face: 'normal', language: 'en' } as const;
const split = (text: string, family: string = plain.family) => splitText(text, { ...plain, family }, library);
const shown = (text: string, family?: string): string[] =>
  split(text, family).runs.map((run) => `${run.family}: ${run.text}`);

describe('splitText', () => {
  it('leaves text to its own family where that has every character', () => {
    const text = 'Хэлэлцээр, ᠎Өндөр Үнэ ₮ – “quoted”, Łódź, Ελλάδα, Việt';
    expect(shown(text)).toEqual([`Source Serif 4: ${text}`]);
  });

  it('takes the first family of the chain that has a character', () => {
    expect(shown('to ἄνθρωπος and back')).toEqual([
      'Source Serif 4: to ',
      'Noto Serif: ἄνθρωπος',
      'Source Serif 4:  and back',
    ]);
    expect(shown('see ☎ now')).toEqual(['Source Serif 4: see ', 'DejaVu Sans: ☎', 'Source Serif 4:  now']);
  });

  it('follows the chain of the family’s kind', () => {
    expect(shown('ǅ ☎', 'Source Code Pro').at(-1)).toBe('DejaVu Sans Mono: ☎');
  });

  it('keeps the spaces and punctuation of a passage in another script with it', () => {
    const arabic = 'بسم الله: هذا';
    expect(shown(`(${arabic}) x`)).toEqual(['Source Serif 4: (', `Amiri: ${arabic}`, 'Source Serif 4: ) x']);
    expect(shown('זהו מסמך')).toEqual(['Frank Ruhl Libre: זהו מסמך']);
  });

  it('never sets a letter and its accent apart', () => {
    expect(shown('a\u0301')).toHaveLength(1);
    // Source Serif has the letter and lacks the mark below; Noto Serif has both.
    const [run] = split('x q\u0330\u0301 y', 'Frank Ruhl Libre').runs.filter(({ text }) => text.includes('q'));
    expect(run?.text).toContain('q\u0330\u0301');
  });

  it('lets layout stand in for unbreakable hyphens and narrow spaces', () => {
    expect(shown('A\u2011B 10\u202f000\u00a0kr')).toEqual(['Source Serif 4: A\u2011B 10\u202f000\u00a0kr']);
  });

  it('asks no font for what is never drawn', () => {
    const text = 'a\u00adb\u200bc\u200d\ufe0fd\ufeff\u2066e\u2069\n\tf';
    expect(split(text)).toEqual({ runs: [{ text, family: 'Source Serif 4' }], missing: [] });
    expect(shown('a\u0000\u0007b\u009fc')).toEqual(['Source Serif 4: abc']);
  });

  it('names what no font has, each once, in order', () => {
    expect(split('𓀀 x 漢 𓀀 \ue123').missing).toEqual(['𓀀', '漢', '\ue123']);
  });

  it('opens no fallback font that is not needed', () => {
    const read: string[] = [];
    const watched = bundledLibrary((family, face) => {
      read.push(`${family} ${face}`);
      return readBundled(family, face);
    });
    splitText('plain', plain, watched);
    splitText('plain again', plain, watched);
    expect(read).toEqual(['Source Serif 4 normal']);
  });

  it('takes the nearest face of a family without that face', () => {
    const { runs, missing } = splitText('שלום', { ...plain, family: 'Frank Ruhl Libre', face: 'bolditalics' }, library);
    expect(runs).toEqual([{ text: 'שלום', family: 'Frank Ruhl Libre' }]);
    expect(missing).toEqual([]);
    expect(library.file('Frank Ruhl Libre', 'bolditalics')).toBe(library.file('Frank Ruhl Libre', 'bold'));
  });

  it('loses no character, and gives each to a family that has it', () => {
    const anyText = fc.string({ unit: 'grapheme', maxLength: 40 });
    fc.assert(
      fc.property(anyText, (text) => {
        const { runs, missing } = split(text);
        const joined = runs.map((run) => run.text).join('');
        const plain = text.replace(/[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\ufffe\uffff]/g, '');
        expect(joined.normalize('NFC')).toBe(plain.normalize('NFC'));
        for (const run of runs) {
          for (const character of run.text) {
            const drawn = !/[\p{Default_Ignorable_Code_Point}\s\u2010\u2011\u0085]/u.test(character);
            if (!drawn || missing.includes(character)) continue;
            expect(library.coverage(run.family, 'normal').has(character.codePointAt(0) ?? 0)).toBe(true);
          }
        }
      }),
      { numRuns: 300 },
    );
  });
});
