/** What `briefpress schema FIELD` prints. */
import { briefParts, type FieldReference, fieldReference, formatMeaning } from '../../../brief/reference.js';
import type { FormatField } from '../../../brief/schema-fields.js';

/** Everything there is to say of a field, for a terminal. */
export function fieldText(field: FieldReference): string {
  const facts = [
    ['Kind', field.kind],
    ...(field.words.length > 0 ? [['Words', field.words.join(', ')]] : []),
    ...(field.fallback === null ? [] : [['Without it', field.fallback]]),
    ['Needed', field.isRequired ? 'yes' : 'no'],
    ['Printed', field.printed],
  ];
  const parts = [
    `${field.path}\n  ${field.meaning}`,
    facts.map(([name, value]) => `  ${`${name}:`.padEnd(12)}${value}`).join('\n'),
    `  For example:\n${field.example.trimEnd().replace(/^/gm, '    ')}`,
    ...(field.fields.length > 0 ? [`  Its fields:\n${fieldList(field.fields, '    ')}`] : []),
  ];
  return `${parts.join('\n\n')}\n`;
}

/** The list of all parts of a brief. */
export function briefText(): string {
  return `${formatMeaning()}\n\n${fieldList(briefParts(), '  ')}\n\n* is needed.\n`;
}

function fieldList(fields: readonly FormatField[], indent: string): string {
  const width = Math.max(...fields.map(({ name }) => name.length)) + 3;
  return fields
    .map(({ path, name, isRequired }) => {
      const said = fieldReference(path)?.meaning ?? '';
      return `${indent}${`${name}${isRequired ? '*' : ''}`.padEnd(width)}${said}`;
    })
    .join('\n');
}
