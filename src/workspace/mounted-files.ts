import type { Files } from './files.js';

/** A file system that is seen in one folder of another. */
export interface Mount {
  /** Absolute; what is at or under it is of `files`. */
  readonly folder: string;
  readonly files: Pick<Files, 'stat' | 'realPath' | 'read' | 'list'>;
  /** The path in `files` of a path under `folder`, and back. Without them, both are the same. */
  readonly inward?: (path: string) => string;
  readonly outward?: (path: string) => string;
}

/** `files`, and in the folder of the mount what is there, which can be read only. */
export function withMount(files: Files, { folder, files: inside, inward = same, outward = same }: Mount): Files {
  const isInside = (path: string) => path.startsWith(folder) && /^(?:[\\/]|$)/.test(path.slice(folder.length));
  return {
    makeFolder: (path) => files.makeFolder(path),
    create: (path, bytes) => files.create(path, bytes),
    rename: (from, to) => files.rename(from, to),
    remove: (path) => files.remove(path),
    watch: (paths, onChange) => files.watch(paths, onChange),
    stat: (path) => (isInside(path) ? inside.stat(inward(path)) : files.stat(path)),
    realPath: (path) => (isInside(path) ? outward(inside.realPath(inward(path))) : files.realPath(path)),
    read: (path, limit) => (isInside(path) ? inside.read(inward(path), limit) : files.read(path, limit)),
    list: (path) => (isInside(path) ? inside.list(inward(path)) : files.list(path)),
  };
}

const same = (path: string) => path;
