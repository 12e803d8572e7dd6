/** Senders and addressees that are written as a name alone, where the format wants to know what the name stands for. */
import type { Step } from '../syntax/places.js';
import type { SchemaPart } from './schema-walk.js';
import { flow } from './shape-words.js';

/** A person, an office or a unit: which of them a name stands for has to be said. */
export function isParty({ properties = {} }: SchemaPart): boolean {
  return ['name', 'role', 'unit', 'organisation'].every((each) => each in properties);
}

/** Words that tell what a name stands for; an organisation is called anything. */
const PARTS: readonly (readonly [field: string, words: RegExp])[] = [
  ['email', /^\S+@\S+$/],
  [
    'role',
    /\b(?:minister|secretary|director|ambassador|commissioner|president|head|chief|chair|envoy|advis[eo]r|officer)\b/i,
  ],
  ['unit', /\b(?:desk|unit|section|division|department|team)\b/i],
];

/** What to write instead of a name alone. */
export function partyHints(value: string, steps: readonly Step[], example: string | null): readonly (string | null)[] {
  if (value.length > 80) return [example];
  const field = PARTS.find(([, words]) => words.test(value))?.[0] ?? 'organisation';
  const party = `{ ${field}: ${flow(value)} }`;
  const name = steps.at(-1);
  const isList = typeof name === 'string' && name !== 'from';
  const written = typeof name === 'string' ? `${name}: ${isList ? `[${party}]` : party}` : `- ${party}`;
  return [`Say what it is, a \`name\`, a \`role\`, a \`unit\` or an \`organisation\`: \`${written}\`.`];
}
