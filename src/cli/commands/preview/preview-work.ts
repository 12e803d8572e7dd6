import type { DocumentJob, MakingChoices } from '../../../preview/document-job.js';
import { DocumentMaker } from '../../../preview/document-maker.js';
import type { Workspace } from '../../../workspace/workspace.js';

/** What the worker of a preview is told when it begins. */
export interface PreviewWork extends MakingChoices {
  readonly kind: 'preview';
  readonly cwd: string;
}

/** Makes the documents of a preview, one after the other. */
export function previewMaker(choices: PreviewWork, workspace: Workspace): (job: unknown) => Promise<unknown> {
  const maker = new DocumentMaker(workspace, choices);
  return (job) => maker.run(job as DocumentJob);
}
