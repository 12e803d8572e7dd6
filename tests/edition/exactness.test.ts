import { describe, expect, it } from 'vitest';
import { readBrief } from '../../src/brief/read.js';
import { resolveEdition } from '../../src/edition/resolve.js';
import { briefWith, contextOf } from '../brief/reading.js';

function editionOf(fields: string) {
  const read = readBrief(briefWith(fields), contextOf());
  if (!read.ok) throw new Error(JSON.stringify(read.diagnostics));
  const made = resolveEdition(read.value);
  if (!made.ok) throw new Error(JSON.stringify(made.diagnostics));
  return made.value;
}

function messages(fields: string): string[] {
  return readBrief(briefWith(fields), contextOf()).diagnostics.map(({ message }) => message);
}

describe('dates as far as they are known', () => {
  it('are years, months and days, alone and as the ends of a range', () => {
    const { timeline } = editionOf(`timeline:
  - { date: 2013, circa: true, event: One. }
  - { from: 2011-05, to: 2012, event: Two. }
  - { date: 2014-02-03, event: Three. }`);
    expect(timeline.map(({ from, to, circa }) => [from.iso, from.precision, to?.precision, circa])).toEqual([
      ['2011-05', 'month', 'year', false],
      ['2013', 'year', undefined, true],
      ['2014-02-03', 'day', undefined, false],
    ]);
  });

  it('exist, and are in order', () => {
    expect(messages('timeline:\n  - { date: 2016-13, event: x }\n  - { from: 2013, to: 2012-05, event: y }')).toEqual([
      '`timeline[0].date` is 2016-13, and there is no such date.',
      '`timeline[1].to` is 2012-05, earlier than `timeline[1].from` (2013).',
    ]);
  });
});

describe('a source', () => {
  it('may have a year alone, and an author who is one name', () => {
    const [source] = editionOf(`sources:
  - { id: press-0903, type: report, title: T, issued: 2024, author: European Commission }`).sources;
    expect([source?.issued?.iso, source?.authors[0]?.literal?.text]).toEqual(['2024', 'European Commission']);
  });

  it('that a fact cites in its text is its source, and is not cited twice', () => {
    const { keyFacts } = editionOf(`keyFacts:
  - text: Cited [@press-0903].
  - text: Cited [@press-0903].
    sources: [press-0903, { source: press-0903, locator: p. 2 }, { source: press-0903, locator: p. 2 }]`);
    expect(keyFacts.map(({ sources }) => sources.map(({ locator }) => locator?.text))).toEqual([[], ['p. 2']]);
  });

  it('is asked for where a fact has none', () => {
    expect(messages('keyFacts:\n  - text: Nothing.')).toEqual(
      expect.arrayContaining(['`keyFacts[0]` has no source; expected one citation or more.']),
    );
  });
});
