import { Materials } from '../../../materials/materials.js';
import { listPacks } from '../../../materials/packs.js';
import type { TemplatePack } from '../../../memo/pack.js';
import { readConfiguration } from '../../config.js';
import { type CommandContext, EXIT, type ExitCode } from '../../context.js';
import type { TemplatesOptions } from '../../options.js';
import { report } from '../../report.js';
import { materialChoices } from '../../settings.js';

/** `briefpress templates`: the packs, their own first; one that is at fault is reported, and the others are listed. */
export async function runTemplates(options: TemplatesOptions, context: CommandContext): Promise<ExitCode> {
  const { workspace, streams } = context;
  const config = readConfiguration(workspace, options.config);
  if (!config.ok) {
    report(config.diagnostics, 'pretty', context);
    return EXIT.trouble;
  }
  const choices = materialChoices(options, config.value);
  const materials = new Materials(workspace, choices);
  const outcomes = listPacks(workspace, choices.templateFolders ?? []).map((folder) => materials.pack(folder));
  const packs = outcomes.flatMap((outcome) => (outcome.ok ? [outcome.value] : []));
  streams.stdout.write(options.json ? asJson(packs) : packs.map(describe).join('\n'));
  report(
    outcomes.flatMap(({ diagnostics }) => diagnostics),
    'pretty',
    context,
  );
  return outcomes.every(({ ok }) => ok) ? EXIT.done : EXIT.trouble;
}

function describe({ name, title, description, types, requires, folder }: TemplatePack): string {
  const lines = [
    `${name}: ${title}`,
    ...(description === '' ? [] : [`  ${description}`]),
    `  for:   ${types.length > 0 ? types.join(', ') : 'whatever names it'}`,
    `  needs: ${requires.length > 0 ? requires.join(', ') : 'nothing beyond what every brief has'}`,
    `  in:    ${folder}`,
  ];
  return `${lines.join('\n')}\n`;
}

function asJson(packs: readonly TemplatePack[]): string {
  const templates = packs.map(({ name, title, description, types, requires, folder }) => ({
    name,
    title,
    description,
    types,
    requires,
    folder,
  }));
  return `${JSON.stringify({ templates }, null, 2)}\n`;
}
