import type { AddCommand } from '../../add-command.js';
import { EXIT } from '../../context.js';

const EXAMPLES = `
Example:
  briefpress schema > briefs/brief.schema.json

An editor completes and checks a brief that begins with the line
  # yaml-language-server: $schema=./brief.schema.json
`;

export const addSchema: AddCommand = (program, { streams }, exit) => {
  program
    .command('schema')
    .description('print the JSON Schema of a brief')
    .addHelpText('after', EXAMPLES)
    .action(async () => {
      const { schemaText } = await import('./schema-text.js');
      streams.stdout.write(schemaText());
      exit(EXIT.done);
    });
};
