/** Values → text. */
import { stringify } from 'yaml';
import type { TextFormat } from './format.js';

/** A value as YAML or JSON, in the order of its own fields; the same values give the same text. */
export function writeText(value: unknown, format: TextFormat): string {
  if (format === 'json') return `${JSON.stringify(value, null, 2)}\n`;
  return stringify(value, { version: '1.2', schema: 'core', lineWidth: 0, aliasDuplicateObjects: false });
}

/** A value as YAML in which every text is quoted and stands on one line, so that no text can be read as anything else. */
export function writeQuoted(value: unknown): string {
  return stringify(value, {
    defaultStringType: 'QUOTE_DOUBLE',
    defaultKeyType: 'PLAIN',
    lineWidth: 0,
    doubleQuotedMinMultiLineLength: Number.MAX_SAFE_INTEGER,
  });
}
