import { diskFiles } from './disk-files.js';
import { installationFolder } from './installation.js';
import { MemoryFiles } from './memory-files.js';
import { withMount } from './mounted-files.js';
import { createWorkspace, type Machine, type Workspace } from './workspace.js';

/**
 * A workspace in memory whose current folder is `/desk`. Its clock stands still. What is installed with Briefpress, its
 * templates and fonts, is seen in its own place on the disk.
 */
export function memoryWorkspace(files: MemoryFiles = new MemoryFiles(), env: Machine['env'] = {}): Workspace {
  files.makeFolder('/desk', false);
  const now = () => new Date('2024-09-04T12:00:00Z');
  return createWorkspace(withMount(files, { folder: installationFolder(), files: diskFiles }), {
    cwd: '/desk',
    env,
    now,
  });
}
