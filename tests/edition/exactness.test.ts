import { describe, expect, it } from 'vitest';
import { readBrief } from '../../src/brief/read.js';
import { type AnyNode, walkTree } from '../../src/document/walk.js';
import { resolveEdition } from '../../src/edition/resolve.js';
import { briefWith, contextOf } from '../brief/reading.js';

function editionOf(fields: string) {
  const read = readBrief(briefWith(fields), contextOf());
  if (!read.ok) throw new Error(JSON.stringify(read.diagnostics));
  const made = resolveEdition(read.value);
  if (!made.ok) throw new Error(JSON.stringify(made.diagnostics));
  return made.value;
}

/** The sources that a text cites, each with its place. */
function citedIn(nodes: readonly AnyNode[] = []): string[] {
  const found: string[] = [];
  walkTree(nodes, (node) => {
    if (node.type !== 'citation') return;
    found.push(...node.items.map(({ source, locator }) => (locator === null ? source : `${source} ${locator}`)));
  });
  return found;
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
    expect(keyFacts.map(({ sources }) => sources.length)).toEqual([0, 0]);
    expect(keyFacts.map(({ text }) => citedIn(text.nodes))).toEqual([['press-0903'], ['press-0903 p. 2']]);
  });

  it('that is cited with several places is printed once, with all of them', () => {
    const { keyFacts, timeline } = editionOf(`keyFacts:
  - text: First [@press-0903, p. 1], last [@press-0903, p. 2; @icc-finding].
    sources: [{ source: press-0903, locator: p. 4 }, { source: press-0903, locator: p. 1 }, { source: press-0903, locator: p. 9 }]
  - text: Plain.
    sources: [{ source: press-0903, locator: p. 2 }, press-0903, icc-finding, { source: press-0903, locator: p. 4 }, { source: press-0903, locator: p. 2 }]
timeline:
  - { date: 2016, event: "Then [@press-0903, p. 3].", sources: [{ source: press-0903, locator: p. 4 }] }
sources:
  - { id: press-0903, type: article-newspaper, title: Report on the visit }
  - { id: icc-finding, type: legal_case, title: Finding }
`);
    expect(citedIn(keyFacts[0]?.text.nodes)).toEqual(['press-0903 p. 1', 'press-0903 p. 2, p. 4, p. 9', 'icc-finding']);
    expect(keyFacts[0]?.sources).toEqual([]);
    expect(keyFacts[1]?.sources.map(({ id, locator }) => [id, locator?.text])).toEqual([
      ['press-0903', 'p. 2, p. 4'],
      ['icc-finding', undefined],
    ]);
    expect([timeline[0]?.sources, citedIn(timeline[0]?.event.nodes)]).toEqual([[], ['press-0903 p. 3, p. 4']]);
  });

  it('is asked for where a fact has none', () => {
    expect(messages('keyFacts:\n  - text: Nothing.')).toEqual(
      expect.arrayContaining(['`keyFacts[0]` has no source; expected one citation or more.']),
    );
  });
});
