import { createHash } from 'node:crypto';
import type { Workspace } from './workspace.js';

/** What can be asked of a disk. Paths are absolute, but that of a file within a folder. */
export type Question =
  | readonly ['kind' | 'list', path: string]
  | readonly ['read' | 'text', path: string, limit: number]
  | readonly ['within', folder: string, path: string, limit: number];

/** Questions, as JSON → hashes of their answers. */
export type Trace = Map<string, string>;

interface Answered {
  readonly answer: unknown;
  readonly hash: string;
}

/** Answers that several traces may share, so that each is had once. */
export type Answers = Map<string, Answered>;

/** No hash: it is the answer to nothing. */
const UNSTABLE = 'answered in two ways';

/**
 * A workspace that notes in `trace` whatever is asked of the disk: also what is not there, since a file that appears changes
 * what is made as one that is written anew does.
 */
export function tracedWorkspace(workspace: Workspace, trace: Trace, answers?: Answers): Workspace {
  const asked = <T>(question: Question, act: () => T): T => {
    const key = JSON.stringify(question);
    const answered = answers?.get(key) ?? withHash(act());
    answers?.set(key, answered);
    const before = trace.get(key);
    trace.set(key, before === undefined || before === answered.hash ? answered.hash : UNSTABLE);
    return answered.answer as T;
  };
  const { resolve } = workspace;
  return {
    ...workspace,
    kind: (path) => asked(['kind', resolve(path)], () => workspace.kind(path)),
    list: (path) => asked(['list', resolve(path)], () => workspace.list(path)),
    read: (path, limit) => asked(['read', resolve(path), limit], () => workspace.read(path, limit)),
    readText: (path, limit) => asked(['text', resolve(path), limit], () => workspace.readText(path, limit)),
    readWithin: (folder, path, limit) =>
      asked(['within', resolve(folder), path, limit], () => workspace.readWithin(folder, path, limit)),
  };
}

/** Whether every question has the answer that it had. `known` holds what was asked before, for many traces. */
export function isAnsweredAlike(
  workspace: Workspace,
  trace: Iterable<readonly [string, string]>,
  known: Trace,
): boolean {
  for (const [key, hash] of trace) {
    const now = known.get(key) ?? withHash(answerTo(workspace, JSON.parse(key) as Question)).hash;
    known.set(key, now);
    if (now !== hash) return false;
  }
  return true;
}

function answerTo(workspace: Workspace, question: Question): unknown {
  switch (question[0]) {
    case 'kind':
      return workspace.kind(question[1]);
    case 'list':
      return workspace.list(question[1]);
    case 'read':
      return workspace.read(question[1], question[2]);
    case 'text':
      return workspace.readText(question[1], question[2]);
    case 'within':
      return workspace.readWithin(question[1], question[2], question[3]);
  }
}

function withHash(answer: unknown): Answered {
  const bytesAsHash = (_: string, value: unknown) => (value instanceof Uint8Array ? sha256(value) : value);
  return { answer, hash: sha256(JSON.stringify(answer, bytesAsHash)) };
}

/** Not the plain SHA-256 of a file, which others may know: a brief that follows another states it. */
function sha256(content: Uint8Array | string): string {
  return createHash('sha256').update('an answer\n').update(content).digest('hex');
}
