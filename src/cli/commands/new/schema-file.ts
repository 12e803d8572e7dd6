import { type Outcome, success } from '../../../diagnostics/diagnostic.js';
import type { Workspace } from '../../../workspace/workspace.js';
import { schemaText } from '../schema/schema-text.js';

/** The name under which the schema lies beside a brief, for the editor. */
export const SCHEMA_FILE = 'brief.schema.json';

/** Writes the schema into the folder of a new brief where there is none yet. */
export function writeSchema(folder: string, workspace: Workspace): Outcome<void> {
  const file = workspace.resolve(folder, SCHEMA_FILE);
  return workspace.kind(file) === null ? workspace.write(file, schemaText()) : success(undefined);
}
