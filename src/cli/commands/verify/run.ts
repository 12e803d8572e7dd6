import { failure, type Outcome } from '../../../diagnostics/diagnostic.js';
import { visibleName } from '../../../diagnostics/printers/cells.js';
import type { Standard } from '../../../pdf/document/standard.js';
import { type Verified, verifyPdf } from '../../../verify/verify-pdf.js';
import { findBriefs } from '../../../workspace/find.js';
import type { Workspace } from '../../../workspace/workspace.js';
import { readConfiguration } from '../../config.js';
import { type CommandContext, EXIT, type ExitCode } from '../../context.js';
import type { VerifyOptions } from '../../options.js';
import { report } from '../../report.js';
import { materialChoices } from '../../settings.js';

/** `briefpress verify`. */
export async function runVerify(file: string, options: VerifyOptions, context: CommandContext): Promise<ExitCode> {
  const { workspace, streams } = context;
  const config = readConfiguration(workspace, options.config);
  const verified: Outcome<Verified> = config.ok
    ? await verifyPdf(workspace, file, {
        choices: materialChoices(options, config.value),
        folders:
          options.from === undefined ? foldersFor(file, config.value.input ?? ['briefs'], workspace) : [options.from],
        memo: options.memo ?? null,
      })
    : failure(config.diagnostics);
  if (!verified.ok) {
    report(verified.diagnostics, 'pretty', context);
    return EXIT.trouble;
  }
  const { differences, memo, version, standard, appended } = verified.value;
  const same = differences.length === 0;
  const json = { file, result: same ? 'same' : 'differs', version, standard, memo, differences, appended };
  if (options.json) streams.stdout.write(`${JSON.stringify(json, null, 2)}\n`);
  else streams.stdout.write(same ? sameWords(file, verified.value) : differentWords(file, verified.value));
  return same ? EXIT.done : EXIT.problems;
}

/** Where the brief lies that the PDF is named after, the folders of briefs, and the folder of the PDF. */
function foldersFor(file: string, input: readonly string[], workspace: Workspace): readonly string[] {
  const name = stemOf(file);
  const briefs = findBriefs(workspace, input).files.filter((brief) => `${name}.`.startsWith(`${stemOf(brief)}.`));
  const folders = input.filter((target) => workspace.kind(target) === 'folder');
  return [
    ...briefs.map((brief) => workspace.resolve(brief, '..')),
    ...folders.map((folder) => workspace.resolve(folder)),
    workspace.resolve(file, '..'),
  ];
}

function stemOf(path: string): string {
  return (path.split(/[\\/]/).at(-1) ?? path).replace(/\.\w+$/, '');
}

function sameWords(file: string, { memo, standard, appended }: Verified): string {
  const name = visibleName(file);
  const subject = appended === null ? name : `${name}, up to byte ${appended.ownBytes}, where its own revision ends,`;
  const both = memo === null ? '' : ` So is ${visibleName(memo)}.`;
  return (
    `${subject} is the same, byte for byte: this is what Briefpress makes of the brief inside; ` +
    `it does not say who wrote that brief.${both} It was made as ${STANDARD_NAMES[standard]}.\n${appended === null ? '' : appendedWords(appended)}`
  );
}

function appendedWords({ moreBytes, signatures, remarks }: NonNullable<Verified['appended']>): string {
  const follows = [...signatures, ...remarks].map((each) => `- ${each}\n`).join('');
  const note =
    signatures.length > 0 ? 'Whether a signature is genuine, and whose it is, another program has to say.\n' : '';
  return `${moreBytes} bytes follow:\n${follows}${note}`;
}

function differentWords(file: string, { differences, appended }: Verified): string {
  const list = differences.map((each) => `- ${visibleName(each)}\n`).join('');
  const own =
    appended === null
      ? ''
      : `Up to byte ${appended.ownBytes}, where its own revision ends, it is what its brief makes. ${appendedWords(appended)}`;
  return `${visibleName(file)} is not what its brief makes:\n${list}${own}`;
}

const STANDARD_NAMES: Readonly<Record<Standard, string>> = {
  ua1: 'PDF/UA-1 and PDF/A-3a',
  ua2: 'PDF/UA-2 and PDF/A-4f',
};
