import { briefSchema } from '../../../brief/schema/schema.js';

/** The JSON Schema (draft 2020-12) of a brief, as a file. */
export function schemaText(): string {
  return `${JSON.stringify(briefSchema, null, 2)}\n`;
}
