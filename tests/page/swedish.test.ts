import { expect, test } from 'vitest';
import { DIAGNOSTIC_CODES } from '../../src/diagnostics/codes.js';
import { CHOICES_SV } from '../../src/page/words/choices.js';
import { FIELD_HELP_SV } from '../../src/page/words/field-help-sv.js';
import { FIELD_TITLES_SV } from '../../src/page/words/field-titles-sv.js';
import { ITEM_HELP_SV } from '../../src/page/words/item-help-sv.js';
import { PROBLEM_TITLES_SV } from '../../src/page/words/problem-titles-sv.js';
import { SOURCE_HELP_SV } from '../../src/page/words/source-help-sv.js';
import { formSchema } from '../../src/preview/form-schema.js';
import type { FormField } from '../../src/preview/protocol-editing.js';

/** A field, and all that are in it. */
function within(field: FormField): readonly FormField[] {
  return [field, ...[...(field.fields ?? []), ...(field.item ? [field.item] : [])].flatMap(within)];
}

const FIELDS = formSchema().fields.flatMap(within);
const HELP = { ...FIELD_HELP_SV, ...ITEM_HELP_SV, ...SOURCE_HELP_SV };
const sorted = (texts: Iterable<string>): readonly string[] => [...new Set(texts)].sort();

test('every title of a field is there in Swedish, and no other', () => {
  expect(sorted(Object.keys(FIELD_TITLES_SV))).toEqual(sorted(FIELDS.map(({ title }) => title)));
});

test('every help is there in Swedish once, and no other', () => {
  expect(sorted(Object.keys(HELP))).toEqual(sorted(FIELDS.map(({ description }) => description).filter(Boolean)));
  const counts = [FIELD_HELP_SV, ITEM_HELP_SV, SOURCE_HELP_SV].map((each) => Object.keys(each).length);
  expect(counts.reduce((a, b) => a + b)).toBe(Object.keys(HELP).length);
});

test('every choice is there in Swedish but those that are names in capitals', () => {
  const choices = FIELDS.flatMap(({ choices = [] }) => choices).filter((choice) => /^[a-z]/.test(choice));
  expect(choices.length).toBeGreaterThan(100);
  expect(choices.filter((choice) => !Object.hasOwn(CHOICES_SV, choice))).toEqual([]);
});

test('every kind of problem has a title in Swedish, of its own, and no other has', () => {
  expect(sorted(Object.keys(PROBLEM_TITLES_SV))).toEqual(sorted(DIAGNOSTIC_CODES));
  expect(sorted(Object.values(PROBLEM_TITLES_SV))).toHaveLength(DIAGNOSTIC_CODES.length);
});
