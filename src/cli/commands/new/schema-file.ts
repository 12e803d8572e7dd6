import type { CommandContext } from '../../context.js';
import { report } from '../../report.js';
import { schemaText } from '../schema/schema-text.js';

/** The name under which the schema lies beside a brief, for the editor. */
export const SCHEMA_FILE = 'brief.schema.json';

/** Writes the schema into the folder of a new brief where there is none yet. Returns whether it is there; reports why not. */
export function writeSchema(folder: string, context: CommandContext): boolean {
  const { workspace } = context;
  const file = workspace.resolve(folder, SCHEMA_FILE);
  const written = workspace.kind(file) === null ? workspace.write(file, schemaText()) : null;
  if (written?.ok === false) report(written.diagnostics, 'pretty', context);
  return written?.ok !== false;
}
