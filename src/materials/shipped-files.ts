import type { Outcome } from '../diagnostics/diagnostic.js';
import type { Workspace } from '../workspace/workspace.js';
import { builtInTemplates } from './packs.js';

/** What was read of the packs, labels and themes that come with the program; never more than there is. */
const kept = new Map<string, unknown>();

/**
 * The same, but for packs, labels and themes that come with the program: these are read once in a process, which is the
 * program that they belong to, even when another version is installed in their place. Everything else is read each time.
 */
export function withShippedKept(workspace: Workspace): Workspace {
  const root = `${builtInTemplates()}/`;
  const once = <Found>(what: string, path: string, find: () => Found, isFound: (found: Found) => boolean): Found => {
    if (!path.startsWith(root)) return find();
    const key = `${what} ${path}`;
    if (kept.has(key)) return kept.get(key) as Found;
    const found = find();
    if (isFound(found)) kept.set(key, found);
    return found;
  };
  const isRead = ({ ok }: Outcome<unknown>) => ok;
  return {
    ...workspace,
    kind: (path) =>
      once(
        'kind',
        path,
        () => workspace.kind(path),
        (kind) => kind !== null,
      ),
    list: (path) => once('list', path, () => workspace.list(path), isRead),
    readText: (path, limit) => once(`text ${limit}`, path, () => workspace.readText(path, limit), isRead),
  };
}
