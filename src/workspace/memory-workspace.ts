import { diskFiles } from './disk-files.js';
import type { Files } from './files.js';
import { installationFolder } from './installation.js';
import { MemoryFiles } from './memory-files.js';
import { createWorkspace, type Machine, type Workspace } from './workspace.js';

/**
 * A workspace in memory whose current folder is `/desk`. Its clock stands still. What is installed with Briefpress, its
 * templates and fonts, is seen in its own place on the disk.
 */
export function memoryWorkspace(files: MemoryFiles = new MemoryFiles(), env: Machine['env'] = {}): Workspace {
  files.makeFolder('/desk', false);
  const now = () => new Date('2024-09-04T12:00:00Z');
  return createWorkspace(withInstallation(files), { cwd: '/desk', env, now });
}

function withInstallation(files: MemoryFiles): Files {
  const installed = installationFolder();
  const at = (path: string) => (path === installed || path.startsWith(`${installed}/`) ? diskFiles : files);
  return {
    stat: (path) => at(path).stat(path),
    realPath: (path) => at(path).realPath(path),
    read: (path, limit) => at(path).read(path, limit),
    list: (path) => at(path).list(path),
    makeFolder: (path) => files.makeFolder(path),
    create: (path, bytes) => files.create(path, bytes),
    rename: (from, to) => files.rename(from, to),
    remove: (path) => files.remove(path),
    watch: (paths, onChange) => files.watch(paths, onChange),
  };
}
