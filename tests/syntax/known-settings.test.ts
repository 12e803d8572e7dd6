import { expect, test } from 'vitest';
import { section } from '../../src/syntax/setting-shape.js';
import { readSettings, readSettingsAnew } from '../../src/syntax/settings.js';
import { templateFiles } from '../memo/packs.js';

const word = { kind: 'text', what: 'text', maybeEmpty: true, isProse: true } as const;
const words = { kind: 'names', what: 'words', each: word } as const;
const shape = section({ labels: words, terms: { kind: 'names', what: 'groups', each: words } });
const about = { file: 'labels.yaml', code: 'template-syntax', what: 'A label file' } as const;

test.each([...templateFiles('shared')].filter(([path]) => path.startsWith('labels/')))(
  '%s is in the program as it is read, with its places',
  (_, text) => {
    const [known, anew] = [readSettings(text, shape, about), readSettingsAnew(text, shape, about)];
    expect(known.value).toEqual(anew.value);
    expect(known.problems).toEqual(anew.problems);
    expect(known.placeOf('labels')).toEqual(anew.placeOf('labels'));
    // A value of its own for everyone: to change one changes no other.
    expect(readSettings(text, shape, about).value).not.toBe(known.value);
  },
);

test('a text that is not the program’s own is read', () => {
  const { value, problems } = readSettings('labels: { a: b }\nterm: {}\n', shape, about);
  expect(value).toEqual({ labels: { a: 'b' } });
  expect(problems).toHaveLength(1);
});
