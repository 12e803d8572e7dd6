import { describe, expect, it } from 'vitest';
import { fontFileOf } from '../../../src/pdf/fonts/font-file.js';
import { readFont } from '../resources.js';

const font = readFont('Source Serif 4', 'normal') ?? new Uint8Array();

function reasonOf(bytes: Uint8Array): string | null {
  const file = fontFileOf(bytes);
  return file.kind === 'damaged' ? file.reason : null;
}

describe('a font file', () => {
  it('is a font where all its tables are whole', () => {
    expect(fontFileOf(font)).toMatchObject({ kind: 'font', bytes: font });
    expect(fontFileOf(readFont('Amiri', 'normal') ?? new Uint8Array()).kind).toBe('font');
  });

  it('says what is wrong with it', () => {
    expect(reasonOf(new TextEncoder().encode('not a font, though long enough'))).toContain('not a TrueType');
    expect(reasonOf(font.slice(0, 40))).toBe('it is cut off');
    expect(reasonOf(font.slice(0, font.length - 100))).toBe('it is cut off');
  });

  it('is refused where a table is damaged', () => {
    const count = new DataView(font.buffer, font.byteOffset).getUint16(4);
    const file = new DataView(font.buffer, font.byteOffset);
    for (let index = 0; index < count; index++) {
      const damaged = font.slice();
      const at = file.getUint32(12 + 16 * index + 8);
      damaged[at] = (damaged[at] ?? 0) ^ 0xff;
      expect(reasonOf(damaged)).toMatch(/^its table “.+” is damaged$/);
    }
  });
});
