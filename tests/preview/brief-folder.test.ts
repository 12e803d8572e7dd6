import { expect, test } from 'vitest';
import { BriefFolder } from '../../src/preview/brief-folder.js';
import { MemoryFiles } from '../../src/workspace/memory-files.js';
import { memoryWorkspace } from '../../src/workspace/memory-workspace.js';

const FILES = { '/desk/briefs/a.yaml': 'briefpress: 1\n', '/desk/briefs/notes.txt': 'briefpress: 1\n' };

test.each([
  ['briefs', '/desk/briefs', null],
  ['briefs/a.yaml', '/desk/briefs', 'a.yaml'],
  ['briefs/none.yaml', '/desk/briefs', 'none.yaml'],
  ['briefs/notes.txt', '/desk/briefs', 'notes.txt'],
  ['none', '/desk/none', null],
])('%s is in the folder %s', (target, folder, named) => {
  const briefs = new BriefFolder(memoryWorkspace(new MemoryFiles(FILES)), target);
  expect([briefs.folder, briefs.named]).toEqual([folder, named]);
});
