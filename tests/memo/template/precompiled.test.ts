import { describe, expect, test } from 'vitest';
import { composeMemo, composePrint } from '../../../src/memo/compose.js';
import { loadPack, precompiled } from '../../../src/memo/pack.js';
import type { PackFiles } from '../../../src/memo/pack-files.js';
import { edition, PACKS, packFiles } from '../packs.js';

const change = (files: ReadonlyMap<string, string>, path: string, text: string) => new Map(files).set(path, text);

describe.each(PACKS)('the pack %s, compiled beforehand', (name) => {
  const files = packFiles(name);

  test('prints what it prints when it is read and checked now, in two languages', () => {
    const [before, now] = [precompiled(files, name), loadPack(files, name)];
    if (!before?.ok || !now.ok) throw new Error('not loaded');
    expect(before.diagnostics).toEqual(now.diagnostics);
    const { print, memo, mail, labels, ...about } = before.value;
    expect(now.value).toMatchObject(about);
    for (const language of ['en', 'sv']) {
      const brief = edition({}, language);
      expect(composePrint(brief, before.value, { created: '' })).toEqual(
        composePrint(brief, now.value, { created: '' }),
      );
      expect(composeMemo(brief, before.value)).toEqual(composeMemo(brief, now.value));
    }
  });

  test.each<[string, PackFiles]>([
    ['a template', { ...files, pack: change(files.pack, 'print.md.hbs', '# {{title}}\n') }],
    ['a partial', { ...files, shared: change(files.shared, 'partials/key-facts.md.hbs', 'Facts') }],
    ['one template more', { ...files, pack: change(files.pack, 'partials/mine.md.hbs', 'Mine') }],
    [
      'the words that templates may ask for',
      { ...files, shared: change(files.shared, 'labels/en.yaml', 'labels: {}') },
    ],
    ['its name', { ...files, folder: 'templates/mine' }],
  ])('is not taken for it when this is another: %s', (what, other) => {
    expect(precompiled(other, what === 'its name' ? 'mine' : name)).toBeNull();
  });
});

test('what a template printed is reported at its line, in the folder where the pack is', () => {
  const files = { ...packFiles('assessment'), folder: 'node_modules/briefpress/templates/assessment' };
  const pack = precompiled(files, 'assessment');
  if (!pack?.ok) throw new Error('not loaded');
  expect(pack.value.print.file).toBe('node_modules/briefpress/templates/assessment/print.md.hbs');
  const { nameOf } = pack.value.print;
  expect(nameOf('templates/shared/partials/a.md.hbs')).toBe(
    'node_modules/briefpress/templates/shared/partials/a.md.hbs',
  );
  expect(nameOf('mine/a.md.hbs')).toBe('mine/a.md.hbs');
});
