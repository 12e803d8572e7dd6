import { type Diagnostic, error, type Outcome, outcomeOf } from '../../../diagnostics/diagnostic.js';
import { composeMessage } from '../../../mail/message.js';
import type { OpenedBrief } from '../../../materials/open-brief.js';
import { unfitName } from '../../../workspace/file-name.js';
import type { Workspace } from '../../../workspace/workspace.js';
import { notOurs } from '../build/overwriting.js';
import type { Mail } from './make-mails.js';

export interface DraftFolder {
  readonly workspace: Workspace;
  readonly opened: OpenedBrief;
  readonly output: string;
  /** Whether files are written over that are not ours. */
  readonly force: boolean;
  /** Whether nothing is to be written. */
  readonly dryRun: boolean;
}

/** Writes each mail as a draft; all of them or, where one would write over a file of somebody else's, none. */
export async function writeDrafts(
  mails: readonly Mail[],
  { workspace, opened, output, force, dryRun }: DraftFolder,
): Promise<Outcome<readonly (Mail & { readonly path: string })[]>> {
  const files = await Promise.all(
    mails.map(async (mail) => ({
      path: workspace.resolve(output, mail.file),
      format: 'eml' as const,
      bytes: await composeMessage(mail.letter, { date: mail.date, isDraft: true }),
    })),
  );
  const named = mails.map((mail) => ({ ...mail, path: workspace.name(workspace.resolve(output, mail.file)) }));
  const unfit = mails.flatMap(({ file }) => unfitFile(file, opened));
  const problems: Diagnostic[] = [...unfit, ...(force || dryRun ? [] : notOurs(files, workspace, new Set()))];
  if (problems.length > 0 || dryRun) return outcomeOf(named, problems);
  for (const { path, bytes } of files) problems.push(...workspace.write(path, bytes).diagnostics);
  return outcomeOf(named, problems);
}

function unfitFile(file: string, { loaded }: OpenedBrief): readonly Diagnostic[] {
  const why = unfitName(file.replace(/\.eml$/, ''));
  if (why === null) return [];
  const at = loaded.ok ? loaded.value.placeOf('id') : undefined;
  const message = `The draft cannot be called ${JSON.stringify(file)}: ${why}.`;
  return [error('file-unwritable', message, { at, hints: ['Give the brief another `id`, or its file another name.'] })];
}
