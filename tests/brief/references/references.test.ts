import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readBibtex } from '../../../src/brief/references/bibtex.js';
import { plainOf } from '../../../src/brief/references/latex.js';
import { readRis } from '../../../src/brief/references/ris.js';
import { briefWith, diagnosticsOf, gist, read } from '../reading.js';

const BIB =
  String.raw`% A comment with an address: someone@example.org
@comment{ anything }
@string{ed = "Example " # {Daily}}
@article{batdorj:2024,
  author = {Batdorj, Altantuya and {Amnesty International} and van der Berg, Jr, Jan and L{\"u}dtke, K. and others},
  title = {On {ICC} \& Mongolia -- a ` +
  '``study' +
  String.raw`''},
  subtitle = "Of sm{\aa}  stater",
  journal = ed,
  year = 2024, month = sep, day = 3,
  volume = {12}, number = 4, pages = {12--15},
  doi = {https://doi.org/10.1000/182},
  url = {https://example.org/a\_b?c=\%20},
  langid = {swedish}, urldate = {2024-09-04},
  abstract = {is left out}
}
@techreport(un1998, title = {Rome Statute}, institution = {United Nations}, number = {A/CONF.183/9}, date = {1998-07-17/1998-07-18})
@online{site, title = {A page}, url = {https://example.org}, year = {n.d.}}
@misc{web, title={W}, howpublished = {\url{https://example.org/x}}}
`;

const RIS = `TY  - NEWS
AU  - Batdorj, Altantuya
AU  - Newsroom
TI  - On the visit
  to Ulaanbaatar
T2  - Example Daily
PY  - 2024/09/03/
UR  - https://example.org/a
SP  - 3
EP  - 4
LA  - Swedish
Y2  - 2024-09-04
KW  - left out
ER  - 

TY  - RPRT
ID  - rep-1
TI  - Report
IS  - A/79/1
DA  - 2024///spring
PB  - United Nations
ER  -
TY  - NEWS
AU  - Batdorj, Altantuya
TI  - Again
PY  - 2024
ER  - 
`;

describe('BibTeX', () => {
  test('becomes the names of CSL-JSON', () => {
    const { entries, problems } = readBibtex(BIB);
    expect(problems).toEqual([]);
    expect(entries.map(({ source }) => source)).toEqual([
      {
        id: 'batdorj:2024',
        type: 'article-journal',
        title: 'On ICC & Mongolia – a “study”: Of små stater',
        author: [
          { family: 'Batdorj', given: 'Altantuya' },
          { literal: 'Amnesty International' },
          { family: 'Berg', given: 'Jan', 'non-dropping-particle': 'van der', suffix: 'Jr' },
          { family: 'Lüdtke', given: 'K.' },
          { literal: 'et al.' },
        ],
        'container-title': 'Example Daily',
        volume: '12',
        issue: '4',
        page: '12-15',
        DOI: '10.1000/182',
        URL: 'https://example.org/a_b?c=%20',
        language: 'sv',
        issued: '2024-09-03',
        accessed: '2024-09-04',
      },
      {
        id: 'un1998',
        type: 'report',
        title: 'Rome Statute',
        publisher: 'United Nations',
        number: 'A/CONF.183/9',
        issued: {
          'date-parts': [
            [1998, 7, 17],
            [1998, 7, 18],
          ],
        },
      },
      { id: 'site', type: 'webpage', title: 'A page', URL: 'https://example.org', issued: { literal: 'n.d.' } },
      { id: 'web', type: 'document', title: 'W', URL: 'https://example.org/x' },
    ]);
  });

  test.each([
    ['Jan van der Berg', { family: 'Berg', given: 'Jan', 'non-dropping-particle': 'van der' }],
    ['Ukhnaagiin Khürelsükh', { family: 'Khürelsükh', given: 'Ukhnaagiin' }],
    ['de la Cruz, Ana', { family: 'Cruz', given: 'Ana', 'non-dropping-particle': 'de la' }],
    ['UNESCO', { literal: 'UNESCO' }],
    ['{Barnes and Noble}', { literal: 'Barnes and Noble' }],
  ])('the name %s', (name, expected) => {
    const [entry] = readBibtex(`@book{a, author = {${name}}}`).entries;
    expect(entry?.source.author).toEqual([expected]);
  });

  test.each([
    [String.raw`\'{e}\`a\"o\^{\i}\c{c}\v{s}\aa\AA{}\ss\o`, 'éàöîçšåÅßø'],
    [String.raw`{\"{U}}ber \emph{alles} \textit{in} \LaTeX{}`, 'Über alles in LaTeX'],
    [String.raw`50\% \$5 a\_b \{x\} a~b`, '50% $5 a_b {x} a\u00A0b'],
  ])('LaTeX: %s', (latex, plain) => {
    expect(plainOf(latex)).toBe(plain);
  });

  test.each([
    '@book{a, title = {x',
    '@book{a title = {x}}',
    '@book{a, title {x}}',
    '@book{a, title = "x}',
    '@book{a, b = {x}}}\n@book{',
  ])('what cannot be read is said where it stands: %s', (text) => {
    const found = diagnosticsOf('sources: refs.bib', { 'refs.bib': `@book{ok, title = {T}}\n\n${text}\n` });
    expect(found[0]).toMatchObject({ code: 'syntax-references', place: { file: 'briefs/refs.bib' } });
    expect(found[0]?.place?.line).toBeGreaterThan(2);
  });
});

describe('RIS', () => {
  test('becomes the names of CSL-JSON, with ids made where there are none', () => {
    const { entries, problems } = readRis(RIS);
    expect(problems).toEqual([]);
    expect(entries.map(({ source }) => source)).toEqual([
      {
        id: 'batdorj2024',
        type: 'article-newspaper',
        author: [{ family: 'Batdorj', given: 'Altantuya' }, { literal: 'Newsroom' }],
        title: 'On the visit to Ulaanbaatar',
        'container-title': 'Example Daily',
        issued: '2024-09-03',
        URL: 'https://example.org/a',
        language: 'sv',
        accessed: '2024-09-04',
        page: '3-4',
      },
      {
        id: 'rep-1',
        type: 'report',
        title: 'Report',
        number: 'A/79/1',
        issued: { 'date-parts': [[2024]], season: 1 },
        publisher: 'United Nations',
      },
      {
        id: 'batdorj2024b',
        type: 'article-newspaper',
        author: [{ family: 'Batdorj', given: 'Altantuya' }],
        title: 'Again',
        issued: '2024',
      },
    ]);
  });

  test.each(['AU  - A\nER  - \n', 'some text\n', 'PMID- 1\nTI  - T\n', '@book{a, title = {T}}\n'])(
    '%j is said to be none',
    (text) => {
      const found = diagnosticsOf('sources: refs.ris', { 'refs.ris': text });
      expect(gist(found)[0]).toContain('syntax-references');
      expect(found[0]?.place?.file).toBe('briefs/refs.ris');
    },
  );
});

describe('a brief with such files', () => {
  const brief = briefWith(
    'keyFacts: [{ text: t, sources: [{ source: "batdorj:2024", locator: p. 3 }, rep-1] }]\nsources: [refs.bib, refs.ris]',
  );

  test('cites what is in them, and knows where it stands', () => {
    const loaded = read(brief, { 'refs.bib': BIB, 'refs.ris': RIS });
    expect(loaded.diagnostics).toEqual([]);
    expect(loaded.ok && loaded.value.brief.sources.map(({ id }) => id)).toEqual(['batdorj:2024', 'rep-1']);
    expect(loaded.ok && loaded.value.placeOf('sources[0].title')).toMatchObject({ file: 'briefs/refs.bib', line: 6 });
    expect(loaded.ok && loaded.value.placeOf('sources[1].title')).toMatchObject({ file: 'briefs/refs.ris', line: 18 });
  });

  test('has the shape of a source in them checked', () => {
    const found = diagnosticsOf('sources: refs.bib', {
      'refs.bib': '@book{press-0903, url = {no address}}\n@book{b}',
    });
    expect(gist(found).sort()).toEqual(['shape-format sources[0].URL', 'shape-required sources[0]']);
    expect(found.every(({ place }) => place?.file === 'briefs/refs.bib')).toBe(true);
  });
});

test('no text makes them throw', () => {
  const pieces = fc.array(
    fc.constantFrom(
      '@book{',
      'a',
      ',',
      ' = ',
      '{',
      '}',
      '"',
      '\\',
      "\\'",
      'and',
      ' ',
      '\n',
      'TY  - ',
      'ER  - ',
      'AU  - ',
      '#',
      '(',
      ')',
      '2024',
      '%',
    ),
    { maxLength: 60 },
  );
  fc.assert(
    fc.property(pieces, (parts) => {
      readBibtex(parts.join(''));
      readRis(parts.join(''));
    }),
    { numRuns: 1000 },
  );
  for (const hostile of ['@a{b,c={', '@book{a, author = {x and ', '{', '\\"', ' ', 'TY  - ', '@']) {
    readBibtex(hostile.repeat(200_000));
    readRis(hostile.repeat(200_000));
    readBibtex(
      `@book{a, title = {${hostile.replace(/[{}]/g, '').repeat(100_000)}}, author = {${'\n'.repeat(200_000)}a}}`,
    );
  }
});
