/** What a field is called and what it is for, in the language of the page where we have it. */

import { FIELD_HELP_SV } from './field-help-sv.js';
import { FIELD_TITLES_SV } from './field-titles-sv.js';
import { ITEM_HELP_SV } from './item-help-sv.js';
import { SOURCE_HELP_SV } from './source-help-sv.js';
import { spoken } from './words.js';

const HELP_SV: Readonly<Record<string, string>> = { ...FIELD_HELP_SV, ...ITEM_HELP_SV, ...SOURCE_HELP_SV };

interface Named {
  readonly title: string;
  readonly description: string;
}

export function fieldWords({ title, description }: Named): Named {
  // A field of the schema is named after its type where it has no name of its own.
  if (spoken.value.language !== 'sv') return { title, description: withoutCode(description) };
  return {
    title: FIELD_TITLES_SV[title] ?? title,
    description: HELP_SV[description] ?? withoutCode(description),
  };
}

/** Help is read by people who do not know the names in the file. */
function withoutCode(description: string): string {
  return description.replace(/`([^`]*)`/g, '$1');
}
