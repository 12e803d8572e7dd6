/** Brief → text, in a form that depends on nothing but its values. */
import { failure, type Outcome, success } from '../diagnostics/diagnostic.js';
import type { TextFormat } from '../syntax/format.js';
import { parseText } from '../syntax/parse.js';
import { writeText } from '../syntax/write.js';
import type { Brief } from './brief.js';
import { checkShape } from './shape.js';
import { validateBrief } from './validate.generated.js';

export { formatOf } from '../syntax/format.js';

/** A brief as YAML or JSON, in the order of its own fields, without comments; the same values give the same text. */
export function writeBrief(brief: Readonly<Record<string, unknown>>, format: TextFormat): string {
  return writeText(brief, format);
}

/**
 * Reads a text back that `writeBrief` has written: whoever works with the result works with what the text says, and with
 * nothing that was left behind in memory. Errors of syntax and shape have the field, and the place in that text.
 */
export function readWritten(text: string, file: string, format: TextFormat): Outcome<Brief> {
  const parsed = parseText(text, file, format);
  if (!parsed.ok) return parsed;
  const problems = checkShape(parsed.value, validateBrief);
  return problems.length > 0 ? failure(problems) : success(parsed.value.value as Brief);
}
