import { expect, test } from 'vitest';
import { MemoryFiles } from '../../src/workspace/memory-files.js';
import { memoryWorkspace } from '../../src/workspace/memory-workspace.js';
import { type Answers, isAnsweredAlike, type Trace, tracedWorkspace } from '../../src/workspace/traced.js';

/** A trace of `act`, and whether its questions have the same answers after each change. */
function tracedOf(disk: MemoryFiles, act: (workspace: ReturnType<typeof tracedWorkspace>) => void) {
  const workspace = memoryWorkspace(disk);
  const trace: Trace = new Map();
  act(tracedWorkspace(workspace, trace));
  return { trace, isAlike: () => isAnsweredAlike(workspace, trace, new Map()) };
}

test.each([
  ['what is there', (w) => w.kind('new')],
  ['what is in a folder', (w) => w.list('folder')],
  ['bytes', (w) => w.read('new', 9)],
  ['text', (w) => w.readText('new', 9)],
  ['a file within a folder', (w) => w.readWithin('.', 'new', 9)],
] satisfies [string, Parameters<typeof tracedOf>[1]][])('%s is noted, though it is not there', (_, act) => {
  const disk = new MemoryFiles({ '/desk/folder/a': 'a' });
  const { trace, isAlike } = tracedOf(disk, act);
  expect([trace.size, isAlike()]).toEqual([1, true]);
  disk.put('/desk/new', 'new');
  disk.put('/desk/folder/new', 'new');
  expect(isAlike()).toBe(false);
});

test('a file that changes while it is asked for has no answer that will do', () => {
  const disk = new MemoryFiles({ '/desk/a': 'a' });
  const { isAlike } = tracedOf(disk, (workspace) => {
    workspace.read('a', 9);
    disk.put('/desk/a', 'b');
    workspace.read('a', 9);
  });
  expect(isAlike()).toBe(false);
  disk.put('/desk/a', 'a');
  expect(isAlike()).toBe(false);
});

test('traces that share answers have each once, and note it all the same', () => {
  const disk = new MemoryFiles({ '/desk/a': 'a' });
  const answers: Answers = new Map();
  const traces: Trace[] = [new Map(), new Map()];
  const [first, second] = traces.map((trace) => {
    const answer = tracedWorkspace(memoryWorkspace(disk), trace, answers).read('a', 9);
    disk.put('/desk/a', 'b');
    return answer;
  });
  expect(second).toBe(first);
  expect(traces[1]).toEqual(traces[0]);
});
