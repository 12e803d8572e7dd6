import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readPicture } from '../../src/layout/pictures/read-picture.js';
import { parseTheme } from '../../src/layout/theme/theme.js';

const FOLDER = 'docs/themes/';
const names = readdirSync(FOLDER);
const docs = readFileSync('docs/themes.md', 'utf8');

describe('the themes of the documentation', () => {
  test.each(names.filter((name) => name.endsWith('.yaml')))('%s has no fault, and a picture', (name) => {
    expect(parseTheme(readFileSync(FOLDER + name, 'utf8'), name).diagnostics).toEqual([]);
    expect(names).toContain(name.replace('.yaml', '.png'));
    expect(docs).toContain(`(themes/${name})`);
  });

  test.each(names.filter((name) => name.endsWith('.png')))('%s is a page, and shown', (name) => {
    const picture = readPicture(readFileSync(FOLDER + name), 'x');
    expect(picture).toMatchObject({ kind: 'bitmap', width: 414, height: 585 });
    expect(docs).toContain(`(themes/${name})`);
  });
});
