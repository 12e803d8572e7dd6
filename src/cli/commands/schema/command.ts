import type { AddCommand } from '../../add-command.js';

const EXAMPLES = `
Examples:
  briefpress schema brief                  every part of a brief, in a line each
  briefpress schema keyFacts               what a part is, what it may hold, an example, where it is printed
  briefpress schema request.deadline       the same of a field within a part
  briefpress schema > briefs/brief.schema.json

An editor completes and checks a brief that begins with the line
  # yaml-language-server: $schema=./brief.schema.json
`;

export const addSchema: AddCommand = (program, context, exit) => {
  program
    .command('schema')
    .description('explain a field of a brief, or print the JSON Schema of all')
    .argument('[field]', 'a field, such as keyFacts or request.deadline; brief for the list of all')
    .addHelpText('after', EXAMPLES)
    .action(async (field: string | undefined) => {
      const { runSchema } = await import('./run.js');
      exit(runSchema(field, context));
    });
};
