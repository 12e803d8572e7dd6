import { describe, expect, test } from 'vitest';
import { fontLibrary } from '../../src/materials/fonts.js';
import { installedFonts } from '../../src/materials/installed-fonts.js';
import { MemoryFiles } from '../../src/workspace/memory-files.js';
import { memoryWorkspace } from '../../src/workspace/memory-workspace.js';
import type { Workspace } from '../../src/workspace/workspace.js';

const text = (bytes: Uint8Array | null) => (bytes === null ? null : new TextDecoder().decode(bytes));

/** A workspace that counts what is read. */
function counting(files: Record<string, string>): { workspace: Workspace; reads: string[] } {
  const disk = memoryWorkspace(new MemoryFiles(files));
  const reads: string[] = [];
  const read: Workspace['read'] = (path, limit) => {
    reads.push(path);
    return disk.read(path, limit);
  };
  return { workspace: { ...disk, read }, reads };
}

const OWN = {
  '/desk/fonts/Our_Sans-Regular.ttf': 'regular',
  '/desk/fonts/Our_Sans-BoldItalic.otf': 'bold italic',
  '/desk/fonts/Our_Sans-Oblique.TTF': 'oblique',
  '/desk/fonts/NotoSans-Regular.ttf': 'our Noto',
  '/desk/fonts/Plain.ttf': 'plain',
  '/desk/fonts/Our_Sans-Thin.ttf': 'thin',
  '/desk/fonts/Our_Sans-Bold.woff2': 'not a font that can be used',
};

describe('the fonts in the folder of a person', () => {
  test.each([
    ['Our Sans', 'normal', 'regular'],
    ['Our Sans', 'bolditalics', 'bold italic'],
    ['Our Sans', 'italics', 'oblique'],
    ['oursans', 'normal', 'regular'],
    ['Our Sans', 'bold', null],
    ['Plain', 'normal', 'plain'],
    ['Noto Sans', 'normal', 'our Noto'],
    ['Noto Sans', 'bold', null],
  ] as const)('%s, %s', (family, face, found) => {
    const { workspace } = counting(OWN);
    expect(text(fontLibrary(workspace, 'fonts').read(family, face))).toBe(found);
  });

  test('are named first, as their files are', () => {
    const { workspace } = counting(OWN);
    const { families } = fontLibrary(workspace, 'fonts');
    expect(families.slice(0, 3).sort()).toEqual(['NotoSans', 'Our Sans', 'Plain']);
    expect(families).toContain('Source Serif 4');
  });

  test('are read when they are asked for, and once', () => {
    const { workspace, reads } = counting(OWN);
    const library = fontLibrary(workspace, 'fonts');
    expect(reads).toEqual([]);
    for (let time = 0; time < 2; time += 1) library.read('Our Sans', 'normal');
    expect(reads).toEqual(['/desk/fonts/Our_Sans-Regular.ttf']);
  });
});

describe('the fonts that come with the program', () => {
  const library = fontLibrary(memoryWorkspace());

  test('are TrueType files', () => {
    expect([...(library.read('Source Serif 4', 'normal') ?? []).slice(0, 4)]).toEqual([0, 1, 0, 0]);
    expect(library.read('Source Serif 4', 'bold')).not.toEqual(library.read('Source Serif 4', 'normal'));
  });

  test.each([
    ['Frank Ruhl Libre', 'italics'],
    ['No Such Font', 'normal'],
    ['constructor', 'normal'],
  ] as const)('have no %s, %s', (family, face) => {
    expect(library.read(family, face)).toBeNull();
  });
});

describe('fonts in packages that a person has installed', () => {
  const JP = 'node_modules/@expo-google-fonts/noto-serif-jp';
  const files = {
    [`/home/${JP}/400Regular/NotoSerifJP_400Regular.ttf`]: 'regular',
    [`/home/${JP}/600SemiBold/readme.md`]: 'no font',
    [`/home/${JP}/600SemiBold/NotoSerifJP_600SemiBold.ttf`]: 'semibold',
    [`/far/${JP}/400Regular/NotoSerifJP_400Regular.ttf`]: 'another',
  };

  test('are found in a folder and those above it, the first first', () => {
    const { workspace, reads } = counting(files);
    const fonts = installedFonts(workspace, ['/home/desk/briefs', '/far']);
    expect(fonts.scriptFamilies).toEqual(['Noto Serif JP']);
    for (let time = 0; time < 2; time += 1) expect(text(fonts.read('Noto Serif JP', 'normal'))).toBe('regular');
    expect(reads).toHaveLength(1);
    expect(text(installedFonts(workspace, ['/far']).read('Noto Serif JP', 'normal'))).toBe('another');
  });

  test('have the nearest weight, and no face that is not there', () => {
    const fonts = installedFonts(counting(files).workspace, ['/home']);
    expect(text(fonts.read('Noto Serif JP', 'bold'))).toBe('semibold');
    expect(fonts.read('Noto Serif JP', 'italics')).toBeNull();
    expect(fonts.read('Noto Serif KR', 'normal')).toBeNull();
  });

  test('are not looked for one by one where there is no package of their publisher', () => {
    const { workspace } = counting({ [`/home/${JP}/readme.md`]: '', '/far/node_modules/another/font/readme.md': '' });
    const asked: string[] = [];
    const kind = (path: string) => {
      asked.push(path);
      return workspace.kind(path);
    };
    const fonts = installedFonts({ ...workspace, kind }, ['/home/desk/briefs', '/far']);
    expect(fonts.scriptFamilies).toEqual(['Noto Serif JP']);
    expect(fonts.find('dejavu-fonts-ttf')).toBeNull();
    expect(fonts.find('another/font')).toBe('/far/node_modules/another/font');
    const below = asked.filter((path) => path.includes('@expo-google-fonts/'));
    expect(below.every((path) => path.startsWith('/home/node_modules/'))).toBe(true);
  });

  test('are none where nothing is installed', () => {
    const fonts = installedFonts(memoryWorkspace(), ['/desk']);
    expect([fonts.scriptFamilies, fonts.find('@expo-google-fonts/noto-serif-jp')]).toEqual([[], null]);
  });
});
