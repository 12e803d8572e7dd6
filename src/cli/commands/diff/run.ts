import { createColors } from 'picocolors';
import { languagesOf } from '../../../brief/languages.js';
import type { LoadedBrief } from '../../../brief/read.js';
import { compareBriefs } from '../../../change/compare.js';
import { printJson } from '../../../change/printers/json.js';
import { printMarkdown } from '../../../change/printers/markdown.js';
import { printPretty } from '../../../change/printers/pretty.js';
import { type Diagnostic, error } from '../../../diagnostics/diagnostic.js';

import { openBrief } from '../../../materials/open-brief.js';
import { type CommandContext, EXIT, type ExitCode } from '../../context.js';
import { exitCodeOf } from '../../exit-code.js';
import type { DiffOptions } from '../../options.js';
import { hasColours, report } from '../../report.js';

/** `briefpress diff`: what has changed from one brief to another. */
export async function runDiff(
  older: string,
  newer: string,
  { format, lang }: DiffOptions,
  context: CommandContext,
): Promise<ExitCode> {
  const opened = [older, newer].map((path) => openBrief(context.workspace, path));
  const errors = opened.flatMap(({ loaded }) => loaded.diagnostics.filter(({ severity }) => severity === 'error'));
  const [before, after] = opened.map(({ loaded }) => (loaded.ok ? loaded.value : null));
  if (!before || !after) {
    report(errors, 'pretty', context);
    return exitCodeOf(errors);
  }
  const language = languageFor(after, lang);
  if (language === null) {
    report([unknownLanguage(after, lang ?? '')], 'pretty', context);
    return EXIT.trouble;
  }
  const changes = compareBriefs(before, after, language);
  const { stdout } = context.streams;
  switch (format) {
    case 'pretty': {
      const colours = createColors(hasColours(stdout, context.workspace.env));
      const palette = { added: colours.green, removed: colours.red, strong: colours.bold, muted: colours.dim };
      stdout.write(printPretty(changes, palette));
      break;
    }
    case 'md':
      stdout.write(printMarkdown(changes));
      break;
    case 'json':
      stdout.write(printJson(changes));
      break;
  }
  return EXIT.done;
}

function languageFor({ brief }: LoadedBrief, wanted: string | undefined): string | null {
  const languages = languagesOf(brief);
  if (wanted === undefined) return languages[0];
  return languages.find((tag) => tag.toLowerCase() === wanted.toLowerCase()) ?? null;
}

function unknownLanguage({ brief, file }: LoadedBrief, wanted: string): Diagnostic {
  return error('config-invalid', `${file} is not written in \`${wanted}\`.`, {
    hints: [`It has: ${languagesOf(brief).join(', ')}.`],
  });
}
