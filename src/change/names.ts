import { schemaAt } from '../brief/schema-walk.js';
import type { ItemList } from './changes.js';
import { type LanguageChoice, unfolded } from './languages.js';
import { lineOf } from './leaves.js';

/** The fields that name an item to a reader, the first that it has. */
const NAMING: Readonly<Record<ItemList, readonly string[]>> = {
  keyFacts: ['text'],
  judgements: ['text'],
  stakeholders: ['name'],
  quotes: ['text'],
  openQuestions: ['question'],
  timeline: ['event'],
  figures: ['title'],
  risks: ['text'],
  speakingPoints: ['text'],
  defensives: ['question'],
  nextSteps: ['action'],
  sections: ['title'],
  glossary: ['term'],
  annexes: ['title'],
  sources: ['title'],
  clearances: ['by'],
  to: ['name', 'role', 'unit', 'organisation', 'email'],
  cc: ['name', 'role', 'unit', 'organisation', 'email'],
  distribution: ['name', 'role', 'organisation'],
  editions: ['id'],
};

/** What names an item to a reader, on one line. */
export function nameOf(list: ItemList, item: Readonly<Record<string, unknown>>, languages: LanguageChoice): string {
  const field = NAMING[list].find((name) => item[name] !== undefined);
  if (field === undefined) return '';
  return unfolded(lineOf(item[field], schemaAt([list, 0, field]) ?? {}, languages)).replace(/\s+/g, ' ');
}

/** A list's name in words, in English. */
export function listTitle(list: ItemList): string {
  return schemaAt([list])?.title ?? list;
}
