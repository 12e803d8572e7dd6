import type { DocumentField } from '../../layout/definition.js';
import type { ExtensionSchema } from './extension-schemas.js';
import { description, tag } from './xml.js';

/** A name, not an address: nothing is fetched, and it does not depend on who owns a domain. */
const NAMESPACE = 'urn:briefpress:brief:1#';
const PREFIX = 'brief';

/** The brief's own metadata fields; empty where it has none. */
export function briefFields(fields: readonly DocumentField[]): string {
  if (fields.length === 0) return '';
  const elements = fields.map(({ name, value }) => tag(`${PREFIX}:${name}`, value));
  return description(PREFIX, NAMESPACE, elements.join(''));
}

/** The description of those fields that are there. */
export function briefSchema(fields: readonly DocumentField[]): ExtensionSchema[] {
  if (fields.length === 0) return [];
  return [
    {
      title: 'Brief',
      namespace: NAMESPACE,
      prefix: PREFIX,
      properties: fields.map(({ name, kind, description: said }) => ({
        name,
        valueType: kind,
        category: 'external',
        description: said,
      })),
    },
  ];
}
