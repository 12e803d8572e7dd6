import type { Diagnostic } from '../../../diagnostics/diagnostic.js';
import type { OpenedBrief } from '../../../materials/open-brief.js';
import type { Workspace } from '../../../workspace/workspace.js';
import { filesNamed } from './beside.js';
import { notOurs } from './overwriting.js';
import { removePictures } from './pictures.js';
import type { Job } from './plan.js';

interface Withdrawing {
  readonly opened: OpenedBrief;
  readonly workspace: Workspace;
  readonly output: string;
  /** Whether files are removed that are not ours. */
  readonly force: boolean;
  readonly written: ReadonlySet<string>;
}

/** Whether something withheld was found in a document. */
export function hasLeak(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some(({ code }) => code === 'edition-leak');
}

/**
 * Takes away what lies there under the name of a document that shows something withheld, in every format, whatever this run
 * was to make: an older one would be taken for it. A file that is not ours stays, and is named.
 */
export function withdraw({ name }: Pick<Job, 'name'>, withdrawing: Withdrawing): readonly Diagnostic[] {
  const { opened, workspace, output, force, written } = withdrawing;
  return filesNamed(name, workspace, output)
    .filter(({ path }) => !opened.named.has(path))
    .flatMap(({ path, format }) => {
      const kept = force ? [] : notOurs([{ path, format, bytes: new Uint8Array() }], workspace, written);
      if (kept.length > 0) return kept;
      return [...workspace.remove(path).diagnostics, ...removePictures(path, [...opened.named], workspace)];
    });
}
