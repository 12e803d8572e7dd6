import type { AddCommand } from '../../add-command.js';
import { collect, type TemplatesOptions } from '../../options.js';

export const addTemplates: AddCommand = (program, context, exit) => {
  program
    .command('templates')
    .description('list the template packs, and what each needs of a brief')
    .option('--templates <folder>', 'folder with template packs of your own; may be repeated', collect)
    .option('--config <file>', 'configuration (default: briefpress.config.yaml or .json, here or in a folder above)')
    .option('--json', 'print them as JSON')
    .action(async (options: TemplatesOptions) => {
      const { runTemplates } = await import('./run.js');
      exit(await runTemplates(options, context));
    });
};
