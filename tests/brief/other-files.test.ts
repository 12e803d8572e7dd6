import { expect, test } from 'vitest';
import { OTHER_KINDS } from '../../src/brief/other-files.js';
import { configurationShape } from '../../src/cli/config.js';
import { themeShape } from '../../src/layout/theme/theme-shape.js';
import { manifestShape } from '../../src/memo/pack.js';
import { labelShape } from '../../src/memo/words/labels.js';
import { brief, briefpress } from '../cli/session.js';
import { read } from './reading.js';

test('every kind of settings is known by all of its fields', () => {
  const shapes = [manifestShape, labelShape, themeShape, configurationShape];
  expect(OTHER_KINDS.map(({ fields }) => fields.toSorted())).toEqual(
    shapes.map(({ fields }) => Object.keys(fields).toSorted()),
  );
});

test('files that a shell names besides the briefs are one error each, and cost no brief', async () => {
  const files = {
    'a.yaml': brief(),
    'briefpress.config.yaml': 'paper: A4\nlabels: words\n',
    'house.yaml': 'text: { size: 11 }\n',
    'sv.yaml': 'labels: { to: Till }\n',
    'pack.yaml': 'title: House\ntypes: []\n',
  };
  const words = { 'words/en.yaml': 'labels: {}\n' };
  const run = await briefpress(['build', ...Object.keys(files)], { files: { ...files, ...words } });
  expect(run.code).toBe(1);
  expect([...run.files.keys()].filter((path) => path.startsWith('output/'))).toEqual(['output/a.md', 'output/a.pdf']);
  expect(run.stderr.match(/^\S+ error: .*$/gm)?.sort()).toEqual([
    'briefpress.config.yaml:1:1: error: The file is not a brief: it looks like a configuration. [shape-type]',
    'house.yaml:1:1: error: The file is not a brief: it looks like a theme. [shape-type]',
    'pack.yaml:1:1: error: The file is not a brief: it looks like the description of a template pack. [shape-type]',
    'sv.yaml:1:1: error: The file is not a brief: it looks like a file of labels. [shape-type]',
  ]);
});

test.each(['title: A visit\n', 'title: A visit\ndescription: x\n', 'fonts: {}\nsummary: S.\n', 'bottom: x\n'])(
  'a brief that has hardly begun is one: %j',
  (text) => {
    expect(read(text).diagnostics.filter(({ code }) => code === 'shape-type')).toEqual([]);
    expect(read(text).diagnostics.some(({ code }) => code === 'shape-required')).toBe(true);
  },
);
