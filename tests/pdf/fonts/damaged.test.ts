import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { create } from 'fontkit';
import { afterAll, describe, expect, it } from 'vitest';
import { guardFont } from '../../../src/pdf/engine/guarded-font.js';
import type { EngineFont } from '../../../src/pdf/engine/pdfkit-shapes.js';
import { fontFileOf } from '../../../src/pdf/fonts/font-file.js';
import { readFont } from '../resources.js';

const BIN = join(import.meta.dirname, '../../../dist/cli/bin.js');
const folder = mkdtempSync(join(tmpdir(), 'briefpress-fonts-'));
afterAll(() => rmSync(folder, { recursive: true }));

const whole = Uint8Array.from(readFont('Source Serif 4', 'normal') ?? []);
/** Its table of outlines has entries of four bytes. */
const sans = Uint8Array.from(readFont('Source Sans 3', 'normal') ?? []);

interface Table {
  readonly record: number;
  readonly offset: number;
  readonly length: number;
}

function tableIn(font: Uint8Array, tag: string): Table {
  const view = new DataView(font.buffer, font.byteOffset);
  for (let record = 12; ; record += 16) {
    if (String.fromCharCode(...font.subarray(record, record + 4)) !== tag) continue;
    return { record, offset: view.getUint32(record + 8), length: view.getUint32(record + 12) };
  }
}

/** The font with bytes of a table changed, and a checksum that says that the table is whole. */
function changed(
  tag: string,
  changes: readonly (readonly [at: number, value: number])[],
  from: Uint8Array = whole,
): Uint8Array {
  const font = from.slice();
  const { record, offset, length } = tableIn(font, tag);
  for (const [at, value] of changes) font[offset + at] = value;
  const view = new DataView(font.buffer);
  let sum = tag === 'head' ? -view.getUint32(offset + 8) : 0;
  for (let at = 0; at < length; at += 1) sum += (font[offset + at] ?? 0) * 2 ** (24 - 8 * (at % 4));
  view.setUint32(record + 4, sum % 2 ** 32);
  return font;
}

/** Numbers below `limit` that only look as if they came at random. */
function numbers(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return (state >>> 8) % limit;
  };
}

/** Counts and offsets are at the beginning of a table: there a wrong byte leads furthest astray. */
function damaged(tag: string, seed: number): Uint8Array {
  const next = numbers(seed);
  const { length } = tableIn(whole, tag);
  const changes = Array.from({ length: 1 + next(4) }, () => [
    next(Math.min(length, 64)),
    [0xff, 0x7f, 0][next(3)] ?? 0,
  ]);
  return changed(tag, changes as [number, number][]);
}

/** One brief a font, built together by a process that is ended after a while. */
function build(fonts: readonly Uint8Array[]): { readonly status: number | null; readonly stderr: string } {
  const briefs = fonts.map((font, index) => {
    writeFileSync(join(folder, `${index}.ttf`), font);
    writeFileSync(
      join(folder, `theme-${index}.yaml`),
      `fontFiles: { Own: { normal: ${index}.ttf } }\nfonts: { body: Own }\n`,
    );
    const brief = [
      'briefpress: 1',
      'title: Waffles',
      'asOf: 2024-09-04',
      'summary: Office affluent “Waffle” – 1234 fi fl, Ångström & AVATAR.',
      'keyFacts: [{ text: It is set in a font., sources: [a] }]',
      'sources: [{ id: a, type: report, title: Fonts }]',
      `layout: { theme: theme-${index}.yaml }`,
    ];
    writeFileSync(join(folder, `brief-${index}.yaml`), brief.join('\n'));
    return `brief-${index}.yaml`;
  });
  const argv = [BIN, 'build', ...briefs, '-o', 'out', '--force'];
  const { status, stderr } = spawnSync(process.execPath, argv, { cwd: folder, encoding: 'utf8', timeout: 150_000 });
  return { status, stderr };
}

describe('a damaged font whose checksums say that it is whole', () => {
  it.each(['GSUB', 'GPOS', 'head', 'post', 'cmap', 'name'])(
    '%s: is printed or named, and never waited for',
    (tag) => {
      const { status, stderr } = build(Array.from({ length: 12 }, (_, seed) => damaged(tag, seed + 1)));
      expect([0, 1, 2], stderr).toContain(status);
      expect(stderr).not.toContain('[internal]');
      for (const [code] of stderr.matchAll(/(?<=error: .*)\[[a-z-]+\]$/gm)) {
        expect(['[theme-invalid]', '[glyph-missing]']).toContain(code);
      }
    },
    160_000,
  );

  it('is named, with what to do', () => {
    const { status, stderr } = build([changed('post', [[0, 0xff]])]);
    // It is not about a line of the brief.
    expect(status).toBe(2);
    expect(stderr).toMatch(
      /^error: The file of the font “Own” \(\w+\) cannot be used: its tables do not fit together\. \[theme-invalid\]$/m,
    );
    expect(stderr).toContain('Put a whole copy of it into the fonts folder');
  }, 160_000);

  it('is good for all texts but those with a character that cannot be read, which is named', () => {
    const font = create(Buffer.from(sans)) as unknown as { glyphForCodePoint(codePoint: number): { id: number } };
    const glyph = font.glyphForCodePoint('W'.codePointAt(0) ?? 0).id;
    // Another number for the whole file, so that it is not taken for the font that comes with the program.
    const other = changed('head', [[8, 1]], sans);
    const { status, stderr } = build([changed('loca', [[glyph * 4, 0x7f]], other)]);
    expect(status).toBe(2);
    expect(stderr).toMatch(
      /^error: The font “Own” \(\w+\) cannot draw “W” \(U\+0057, Latin script\): its glyph cannot be read\./m,
    );
  }, 160_000);

  it('has names no longer than names are', () => {
    const { offset } = tableIn(whole, 'name');
    const count = new DataView(whole.buffer, whole.byteOffset).getUint16(offset + 2);
    const long = Array.from({ length: count }, (_, index): [number, number] => [6 + index * 12 + 8, 0x40]);
    expect(count * 0x40ff).toBeLessThan(8 * 1024 * 1024);
    expect(fontFileOf(changed('name', long)).kind).toBe('font');
    expect(fontFileOf(changed('name', [[2, 0xff]]))).toMatchObject({ reason: 'its table “name” is damaged' });
  });

  it('has segments of characters that are counted', () => {
    const { offset } = tableIn(whole, 'cmap');
    const view = new DataView(whole.buffer, whole.byteOffset);
    let subtable = 0;
    for (let index = 0; index < view.getUint16(offset + 2); index++) {
      const at = view.getUint32(offset + 4 + index * 8 + 4);
      if (view.getUint16(offset + at) === 4) subtable = at;
    }
    const segments = view.getUint16(offset + subtable + 6) / 2;
    const everything = Array.from({ length: segments }, (_, index): [number, number][] => [
      [subtable + 14 + index * 2, 0xff],
      [subtable + 16 + segments * 2 + index * 2, 0],
    ]).flat();
    // Only the segments of this subtable are asked.
    const others = Array.from({ length: view.getUint16(offset + 2) }, (_, index): [number, number] => [
      4 + index * 8 + 7,
      subtable & 0xff,
    ]);
    const high = others.map(([at]): [number, number] => [at - 1, (subtable >> 8) & 0xff]);
    expect(segments).toBeGreaterThan(20);
    expect(fontFileOf(changed('cmap', [...others, ...high])).kind).toBe('font');
    expect(fontFileOf(changed('cmap', [...others, ...high, ...everything])).kind).toBe('damaged');
  });
});

describe('the guard of a font', () => {
  function guarded(bytes: Uint8Array): { font: ReturnType<typeof create>; engine: EngineFont } {
    const font = create(Buffer.from(bytes));
    const engine = {
      font,
      encode: () => {
        throw new RangeError('outside');
      },
      widthOfString: () => (font as unknown as { stream: { readUInt8(): number } }).stream.readUInt8(),
      embed: () => undefined,
    } as unknown as EngineFont;
    guardFont(engine, { family: 'Own', face: 'bold' });
    return { font, engine };
  }

  it('lets a whole font be read, all of it', () => {
    const { font } = guarded(whole);
    const { layout, characterSet } = font as unknown as { layout(text: string): unknown; characterSet: number[] };
    for (const code of characterSet) layout.call(font, String.fromCodePoint(code));
  });

  it('counts every read, those of many bytes by their length', () => {
    const { font, engine } = guarded(whole);
    const { stream } = font as unknown as {
      stream: { pos: number; readUInt8(): number; readBuffer(length: number): Uint8Array };
    };
    const room = 1_000_000 + 2 * whole.length;
    const read = (times: number): void => {
      for (let time = 0; time < times; time++) {
        stream.pos = 0;
        stream.readUInt8();
      }
    };
    stream.pos = 0;
    stream.readBuffer(400_000);
    read(room - 100_001);
    expect(() => read(1)).toThrow();
    expect(() => engine.widthOfString('a', 1)).toThrow(expect.objectContaining({ text: null }));
  });

  it('gives each document that shares the font all its reads, and wraps the font once', () => {
    const { font, engine } = guarded(whole);
    const { stream } = font as unknown as { stream: { pos: number; readUInt8(): number } };
    const wrapped = stream.readUInt8;
    const readAll = (): void => {
      for (;;) {
        stream.pos = 0;
        stream.readUInt8();
      }
    };
    expect(readAll).toThrow();
    guardFont({ ...engine }, { family: 'Other', face: 'normal' });
    expect(stream.readUInt8).toBe(wrapped);
    stream.pos = 0;
    expect(() => stream.readUInt8()).not.toThrow();
    Object.defineProperty(font, '_cmapProcessor', { value: null });
    const { glyphForCodePoint } = font as unknown as { glyphForCodePoint(codePoint: number): unknown };
    expect(() => glyphForCodePoint(0x61)).toThrow(
      expect.objectContaining({ font: { family: 'Other', face: 'normal' }, text: 'a' }),
    );
  });

  it('says which font an exception is about, for which character, and why', () => {
    const { engine } = guarded(whole);
    expect(() => engine.encode('a')).toThrow(
      expect.objectContaining({
        font: { family: 'Own', face: 'bold' },
        text: 'a',
        cause: new RangeError('outside'),
      }),
    );
  });
});

describe('a font with its outlines at its end', () => {
  it('has an empty last glyph that can be drawn', () => {
    const path = createRequire(import.meta.url).resolve(
      '@expo-google-fonts/zcool-xiaowei/400Regular/ZCOOLXiaoWei_400Regular.ttf',
    );
    const file = fontFileOf(readFileSync(path));
    if (file.kind !== 'font') throw new Error(file.reason);
    const font = create(Buffer.from(file.bytes)) as unknown as {
      glyphForCodePoint(codePoint: number): { path: { commands: unknown[] } };
    };
    expect(font.glyphForCodePoint(0xa0).path.commands).toEqual([]);
  });

  it('is the same file where something stands behind them', () => {
    expect(fontFileOf(whole)).toMatchObject({ bytes: whole });
  });
});
