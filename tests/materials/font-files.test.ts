import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { create } from 'fontkit';
import { describe, expect, it } from 'vitest';
import { FONT_FILES } from '../../src/materials/font-files.js';

const require = createRequire(import.meta.url);
const files = Object.entries(FONT_FILES).flatMap(([family, faces]) =>
  Object.entries(faces).map(([face, specifier]) => ({ family, face, specifier })),
);

describe('the bundled fonts', () => {
  it.each(files)('$family $face is in its package and is that face', ({ family, face, specifier }) => {
    const font = create(readFileSync(require.resolve(specifier))) as unknown as {
      familyName: string;
      getName(key: string): string | null;
      head: { macStyle: { italic: boolean } };
      'OS/2': { usWeightClass: number };
    };
    expect([font.familyName, font.getName('preferredFamily')]).toContain(family);
    expect(font['OS/2'].usWeightClass).toBe(face.startsWith('bold') ? 700 : 400);
    expect(font.head.macStyle.italic).toBe(face.endsWith('italics'));
  });

  it('is under licences that let it be shipped', () => {
    const packages = new Set(files.map(({ specifier }) => packageOf(specifier)));
    for (const name of packages) {
      const root = packageRoot(name);
      const licence =
        ['LICENSE_FONT', 'LICENSE'].map((file) => join(root, file)).find((file) => existsSync(file)) ?? '';
      expect(readFileSync(licence, 'utf8')).toMatch(/SIL OPEN FONT LICENSE|Bitstream Vera/i);
    }
  });
});

function packageOf(specifier: string): string {
  const [scope = '', name = ''] = specifier.split('/');
  return scope.startsWith('@') ? `${scope}/${name}` : scope;
}

function packageRoot(name: string): string {
  const sample = files.find(({ specifier }) => packageOf(specifier) === name)?.specifier ?? '';
  let folder = dirname(require.resolve(sample));
  while (!existsSync(join(folder, 'package.json'))) folder = dirname(folder);
  return folder;
}
