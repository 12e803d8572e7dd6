import { describe, expect, test } from 'vitest';
import { briefWith, gist, read, SMALLEST } from './reading.js';

const own = (...sections: string[]) =>
  `sections:\n${sections.map((each) => `  - { title: t, body: b, ${each} }\n`).join('')}`;
const found = (fields: string) => read(briefWith(fields, SMALLEST)).diagnostics;

describe('sections of the brief', () => {
  test.each([
    ['after a part', own('after: keyFacts'), []],
    ['after another section', own('id: a', 'after: a'), []],
    ['nowhere', own('after: keyfacts'), ['sense-unknown-reference sections[0].after']],
    ['after the sources', own('after: sources'), ['sense-unknown-reference sections[0].after']],
    ['after itself', own('id: a, after: a'), ['sense-section-circle sections[0].after']],
    ['in a circle', own('id: a, after: b', 'id: b, after: a'), ['sense-section-circle sections[0].after']],
    [
      'before a circle',
      own('after: b', 'id: b, after: c', 'id: c, after: b'),
      ['sense-section-circle sections[1].after'],
    ],
    ['one id twice', own('id: a', 'id: a'), ['sense-duplicate-id sections[1].id']],
    ['the name of a part as id', own('id: background'), ['sense-duplicate-id sections[0].id']],
    ['an empty text', 'sections: [{ title: t, body: " " }]\n', ['shape-value sections[0].body']],
    ['the title of a part', 'sections: [{ title: key facts, body: b }]\n', ['sense-section-title sections[0].title']],
  ])('%s', (_, fields, expected) => {
    expect(gist(found(fields))).toEqual(expected);
  });

  test('a place that is misspelt is guessed', () => {
    expect(found(own('after: keyfact'))[0]?.hints).toEqual(['Did you mean `keyFacts`?']);
    expect(found(own('id: finance', 'after: finances'))[0]?.hints).toEqual(['Did you mean `finance`?']);
  });

  test('a circle is told in full', () => {
    expect(found(own('id: a, after: b', 'id: b, after: a'))[0]?.message).toContain(
      'is to stand after "b", which is to stand after "a" again',
    );
  });
});

describe('next steps', () => {
  test.each([
    ['whole', 'nextSteps: [{ action: a, owner: o, due: 2024-10-01, status: in-progress }]\n', []],
    ['another status', 'nextSteps: [{ action: a, status: finished }]\n', ['shape-value nextSteps[0].status']],
    ['no action', 'nextSteps: [{ owner: a }]\n', ['shape-required nextSteps[0]']],
    ['no day', 'nextSteps: [{ action: a, due: 2024-02-31 }]\n', ['sense-impossible-date nextSteps[0].due']],
  ])('%s', (_, fields, expected) => {
    expect(gist(found(fields))).toEqual(expected);
  });
});
