/** A field of a brief in people's words, counted from 1: `keyFacts[0].text` is “`text` of the 1st key fact”. */
import { ordinal } from '../diagnostics/ordinal.js';
import { type Step, stepsOf } from '../syntax/places.js';
import { schemaAt } from './schema-walk.js';

/** Items that go by another name than that of their definition. */
const NOUNS: Readonly<Record<string, string>> = {
  '#/$defs/sourceEntry': 'source',
  '#/$defs/citation': 'source',
  '#/$defs/cslName': 'name',
};

/** Definitions that say what form an item has, and not what it is. */
const FORMS = new Set(
  ['slug', 'plain', 'label', 'prose', 'block', 'languageTag', 'person'].map((name) => `#/$defs/${name}`),
);

const PATH = /`([A-Za-z][\w-]*(?:\.[\w-]+|\[\d+\])*\[\d+\](?:\.[\w-]+|\[\d+\])*)`/g;

/** A message in which every path with a number is in words; what is not a field of a brief stays as it is. */
export function withFieldWords(message: string): string {
  return message.replace(PATH, (whole, field: string, at: number) => {
    const words = fieldWords(field);
    return words === null ? whole : at === 0 ? words.charAt(0).toUpperCase() + words.slice(1) : words;
  });
}

function fieldWords(field: string): string | null {
  const steps = stepsOf(field);
  if (schemaAt(steps) === null) return null;
  const words: string[] = [];
  let names: Step[] = [];
  for (let end = steps.length; end > 0; end -= 1) {
    const step = steps[end - 1];
    if (typeof step !== 'number') {
      names.unshift(step ?? '');
      continue;
    }
    if (names.length > 0) words.push(`\`${names.join('.')}\``);
    const noun = nounOf(steps.slice(0, end));
    const list = steps[end - 2];
    // A list within a list has no name of its own.
    const of = noun === null && typeof list === 'string' ? ` of \`${list}\`` : '';
    words.push(`the ${ordinal(step + 1)} ${noun ?? 'item'}${of}`);
    names = [];
    // The noun says of which list it is.
    if (typeof steps[end - 2] === 'string') end -= 1;
  }
  return words.join(' of ');
}

function nounOf(steps: readonly Step[]): string | null {
  const schema = schemaAt(steps);
  const form = schema?.$ref ?? '';
  if (schema?.title === undefined || FORMS.has(form)) return null;
  return NOUNS[form] ?? schema.title.toLowerCase();
}
