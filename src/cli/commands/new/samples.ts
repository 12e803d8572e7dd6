import { MAX_BYTES } from '../../../syntax/decode.js';
import { formatOf } from '../../../syntax/format.js';
import { parseText } from '../../../syntax/parse.js';
import { installationFolder } from '../../../workspace/installation.js';
import type { Workspace } from '../../../workspace/workspace.js';

/** A brief that comes with Briefpress. */
export interface Sample {
  readonly name: string;
  /** Below the folder of samples. */
  readonly file: string;
  /** In the brief's first language. */
  readonly title: string;
  readonly type: string;
}

/** Bytes of a file beside a sample: a picture, a kept copy. */
const FILE_LIMIT = 20 * 1024 * 1024;

/** The samples, by name. */
export function listSamples(workspace: Workspace): readonly Sample[] {
  const entries = workspace.list(samplesFolder());
  return (entries.ok ? entries.value : [])
    .filter(({ name, kind }) => kind === 'file' && /\.(ya?ml|json)$/.test(name))
    .map(({ name: file }) => {
      const value = (contentOf(workspace, file) ?? {}) as Partial<Record<string, unknown>>;
      const type = typeof value.type === 'string' ? value.type : 'information-memo';
      return { name: nameOf(file), file, title: firstText(value.title), type };
    });
}

/** The names of the samples, without reading them. */
export function sampleNames(workspace: Workspace): readonly string[] {
  const entries = workspace.list(samplesFolder());
  return (entries.ok ? entries.value : []).filter(({ kind }) => kind === 'file').map(({ name }) => nameOf(name));
}

/**
 * A sample and everything that it names beside it, however deep: kept copies, pictures, annexes, libraries of sources, the
 * edition that it supersedes. Path below its folder → bytes.
 */
export function filesOfSample(workspace: Workspace, { file }: Sample): ReadonlyMap<string, Uint8Array> {
  const files = new Map<string, Uint8Array>();
  const add = (path: string) => {
    const read = workspace.readWithin(samplesFolder(), path, FILE_LIMIT);
    if (files.has(path) || !read.ok) return;
    files.set(path, read.bytes);
    if (/\.(ya?ml|json)$/.test(path)) for (const text of textsIn(contentOf(workspace, path))) add(text);
  };
  add(file);
  return files;
}

const samplesFolder = () => `${installationFolder()}/briefs`;
const nameOf = (file: string) => file.replace(/\.[a-z]+$/, '');

function contentOf(workspace: Workspace, file: string): unknown {
  const text = workspace.readText(`${samplesFolder()}/${file}`, MAX_BYTES);
  const outcome = text.ok ? parseText(text.value, file, formatOf(file)) : text;
  return outcome.ok ? outcome.value.value : null;
}

/** Every text that could be the name of a file. */
function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return /^[\w./-]+\.\w+$/.test(value) ? [value] : [];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

function firstText(value: unknown): string {
  if (typeof value === 'string') return value;
  return typeof value === 'object' && value !== null ? firstText(Object.values(value)[0]) : '';
}
