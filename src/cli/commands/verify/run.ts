import { failure, type Outcome } from '../../../diagnostics/diagnostic.js';
import { type Verified, verifyPdf } from '../../../verify/verify-pdf.js';
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
        folder: options.from ?? workspace.resolve(file, '..'),
        memo: options.memo ?? null,
      })
    : failure(config.diagnostics);
  if (!verified.ok) {
    report(verified.diagnostics, 'pretty', context);
    return EXIT.trouble;
  }
  const { differences, memo, version } = verified.value;
  const same = differences.length === 0;
  if (options.json) {
    streams.stdout.write(
      `${JSON.stringify({ file, result: same ? 'same' : 'differs', version, memo, differences }, null, 2)}\n`,
    );
  } else if (same) {
    const both = memo === null ? '' : ` So is ${memo}.`;
    streams.stdout.write(
      `${file} is the same, byte for byte, as what its brief makes: nobody has altered it.${both}\n`,
    );
  } else {
    streams.stdout.write(`${file} is not what its brief makes:\n${differences.map((each) => `- ${each}\n`).join('')}`);
  }
  return same ? EXIT.done : EXIT.problems;
}
