import { describe, expect, test } from 'vitest';
import { readBibtex } from '../../../src/brief/references/bibtex.js';
import { readCslJson } from '../../../src/brief/references/csl-json.js';
import { languageTag } from '../../../src/brief/references/language-tags.js';
import { plainOf } from '../../../src/brief/references/latex.js';
import { withoutMarkup } from '../../../src/brief/references/markup.js';
import { readRis } from '../../../src/brief/references/ris.js';
import { readDate } from '../../../src/brief/references/written-dates.js';
import { briefWith, diagnosticsOf, gist, pointedAt, read } from '../reading.js';

const R = String.raw;

/** The sources that the brief works with, where `refs.bib` (or another file) is its library. */
function sourcesOf(library: string, file = 'refs.bib', fields = `sources: ${file}`) {
  const loaded = read(briefWith(fields), { [file]: library });
  expect(loaded.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  return loaded.ok ? loaded.value.brief.sources : [];
}
const bib = (text: string) => readBibtex(text).entries.map(({ source }) => source);
const ris = (text: string) => readRis(text).entries.map(({ source }) => source);
const csl = (value: unknown) => readCslJson(value, { value: [0, 1] })?.map(({ source }) => source);

describe('an entry that nothing cites', () => {
  const good = '@book{press-0903, title = {Good}}\n';

  test.each([
    ['has no title', '@book{a, year = 2024}'],
    ['has no key', '@article{,\n  title = {T}\n}\n@article{\n  title = {U}\n}'],
    ['stands twice', '@book{a, title = {T}}\n@book{a, title = {U}}'],
    [
      'has a key of any letters',
      "@book{Müller’24, title = {T}}\n@book{O'Brien(2)#a%b\\c, title = {T}}\n@book{a b, title={T}}",
    ],
    ['has fields of its program', '@book{a, _tag = {x}, -y = {z}, title = {T}}'],
    ['has an address without a scheme', '@book{a, title = {T}, url = {no address}}'],
    ['has a date that is none', '@book{a, title = {T}, date = {2024-13-45}}'],
    ['has the id of something in the brief', '@book{first-visit, title = {T}}'],
    ['has a control character in its abstract', '@book{a, title = {T}, abstract = {x\u0007y}}'],
  ])('says nothing where it %s', (_what, entry) => {
    expect(diagnosticsOf('sources: refs.bib', { 'refs.bib': `${entry}\n${good}${entry}` })).toEqual([]);
  });

  test('is one warning a library where it cannot be read', () => {
    const found = diagnosticsOf('sources: refs.bib', { 'refs.bib': `@book{a, title = {\n${good}@book{b, = }\n` });
    expect(found).toMatchObject([{ severity: 'warning', code: 'syntax-references', place: { line: 1 } }]);
    expect(found[0]?.message).toContain('2 entries');
  });

  test('of CSL-JSON may lack what a source needs', () => {
    const text = JSON.stringify([{ type: 'legal_case' }, { id: 7 }, { id: 'press-0903', type: 'book', title: 'Good' }]);
    expect(diagnosticsOf('sources: refs.json', { 'refs.json': text })).toEqual([]);
  });
});

describe('an entry that is cited', () => {
  test('stops the brief where it cannot be read, at its place', () => {
    const library = '@book{other, title = {T}}\n@book{press-0903, title = {T\n';
    expect(diagnosticsOf('sources: refs.bib', { 'refs.bib': library })).toMatchObject([
      { severity: 'error', code: 'syntax-references', place: { file: 'briefs/refs.bib', line: 2 } },
    ]);
  });

  test('may stand twice if both say the same', () => {
    const entry = '@book{press-0903, title = {T}}\n';
    expect(diagnosticsOf('sources: refs.bib', { 'refs.bib': entry + entry })).toEqual([]);
    const differing = entry + entry.replace('{T}', '{U}');
    expect(diagnosticsOf('sources: refs.bib', { 'refs.bib': differing })).toMatchObject([
      { severity: 'error', code: 'sense-duplicate-id', place: { line: 2 } },
    ]);
  });

  test.each(["O'Brien:2024/a+b", 'Müller2024', 'DBLP:conf/abc/Lee24', 'https://doi.org/10.1/x', '10.1016/S0140(20)3'])(
    'is cited by its key: %s',
    (key) => {
      const fields = `keyFacts: [{ text: t, sources: ["${key}"] }]\nanalysis: "[@{${key}}, p. 3]"\nsources: refs.bib`;
      expect(sourcesOf(`@book{${key}, title = {T}}`, 'refs.bib', fields)).toMatchObject([{ id: key }]);
    },
  );

  test('is named where a citation is misspelt', () => {
    const [found] = diagnosticsOf('keyFacts: [{ text: t, sources: [lind2042] }]\nsources: refs.bib', {
      'refs.bib': '@book{lind2024, title = {T}}',
    });
    expect(found).toMatchObject({ code: 'sense-unknown-reference', hints: ['Did you mean `lind2024`?'] });
  });
});

describe('what a brief adds to a source of a library', () => {
  const library = { 'refs.bib': '@book{press-0903, title = {T}, note = {Mine alone}}\n@book{rome, title = {R}}' };

  test('is its own, and found where the brief has it', () => {
    const text = briefWith(
      'sources:\n  - refs.bib\n  - id: press-0903\n    descriptor: After [@rome].\n    note: Ours.',
    );
    const loaded = read(text, library);
    expect(loaded.diagnostics).toEqual([]);
    if (!loaded.ok) throw new Error('not read');
    expect(loaded.value.brief.sources).toMatchObject([
      { id: 'press-0903', title: 'T', note: 'Ours.', descriptor: 'After [@rome].' },
      { id: 'rome' },
    ]);
    expect(loaded.value.placeOf('sources[0].descriptor')).toMatchObject({ file: 'briefs/x.yaml' });
    expect(loaded.value.placeOf('sources[0].title')).toMatchObject({ file: 'briefs/refs.bib', line: 1 });
  });

  test('needs a source to be added to, and one place', () => {
    expect(diagnosticsOf('sources: [refs.bib, { id: press-093, note: n }]', library)).toMatchObject([
      { code: 'shape-required', field: 'sources[1]', hints: ['Did you mean `press-0903`?'] },
    ]);
    const twice = 'sources: [refs.bib, { id: rome, note: a }, { id: rome, note: b }]';
    expect(gist(diagnosticsOf(twice, library))).toEqual(['sense-duplicate-id sources[2]']);
  });

  test('is checked for its shape', () => {
    const [found] = diagnosticsOf('sources: [refs.bib, { id: press-0903, descripter: x }]', library);
    expect(found).toMatchObject({ code: 'shape-unknown-field', hints: ['Did you mean `descriptor`?'] });
  });

  test('may be the whole source', () => {
    const own = '{ id: press-0903, type: book, title: Own }';
    const loaded = read(briefWith(`sources: [refs.bib, ${own}]`), library);
    expect(loaded.ok && loaded.value.brief.sources).toMatchObject([{ title: 'Own' }]);
  });
});

describe('BibTeX', () => {
  test('inherits by crossref and xdata, through several entries, and never from itself', () => {
    const entries = bib(`@incollection{c, title={Chapter}, crossref={b}}
@book{b, title={Book}, subtitle={Sub}, editor={Ek, Per}, date={2024}, note={x}, xdata={x}}
@xdata{x, publisher={House}, xdata={y}}
@xdata{y, location={Lund}}
@book{self, title={S}, crossref={self}}
@book{none, title={N}, crossref={gone}}`);
    expect(entries).toEqual([
      {
        id: 'c',
        type: 'chapter',
        title: 'Chapter',
        editor: [{ family: 'Ek', given: 'Per' }],
        'container-title': 'Book: Sub',
        publisher: 'House',
        'publisher-place': 'Lund',
        issued: '2024',
      },
      expect.objectContaining({ id: 'b', publisher: 'House' }),
      { id: 'self', type: 'book', title: 'S' },
      { id: 'none', type: 'book', title: 'N' },
    ]);
  });

  test('takes nothing from an entry without a key', () => {
    expect(bib('@book{, title={Keyless}, author={Lind, A.}, year=2013}\n@book{a, title={A}}')).toEqual([
      expect.objectContaining({ id: 'lind2013' }),
      { id: 'a', type: 'book', title: 'A' },
    ]);
  });

  test('has words for the kinds of biblatex', () => {
    expect(bib('@thesis{a, title={T}, type={phdthesis}}')).toMatchObject([{ genre: 'PhD thesis' }]);
    expect(bib('@thesis{a, title={T}, type={Habilitation}}')).toMatchObject([{ genre: 'Habilitation' }]);
  });

  test('repairs an address without its scheme, and takes no DOI for one', () => {
    expect(bib('@online{a, title={T}, url={example.org/x}}')).toMatchObject([{ URL: 'https://example.org/x' }]);
    expect(bib('@online{a, title={T}, url={10.1000/x}}')).toMatchObject([{ URL: '10.1000/x' }]);
  });

  test('reads on where commas are missing or doubled', () => {
    expect(bib('@book{a,, title={T} publisher={P},, year=2024}')).toMatchObject([{ title: 'T', publisher: 'P' }]);
  });

  test('names may be in parts', () => {
    const [{ author } = {}] = bib(
      '@book{a, title={T}, author={family=Gaulle, given=Charles, prefix=de, useprefix=true and given={Ana}, family=Berg and {EU}}}',
    );
    expect(author).toEqual([
      { family: 'Gaulle', given: 'Charles', 'non-dropping-particle': 'de' },
      { family: 'Berg', given: 'Ana' },
      { literal: 'EU' },
    ]);
  });

  test.each([
    ['date = {2024}, year = 2024, month = may, day = 3', '2024-05-03'],
    ['date = {2024-05-03}, year = 2024', '2024-05-03'],
    ['date = {2019-05~}, year = 2019', { 'date-parts': [[2019, 5]], circa: true }],
    ['year = 2024, month = "10~" # jan', '2024-01-10'],
    ['year = 2024, month = 5, day = 3', '2024-05-03'],
    ['year = 2024, month = {no month}', '2024'],
    ['year = 2024, month = {}, day = 3', '2024'],
    ['year = 2024, month = feb, day = 31', '2024'],
  ])('%s is the most exact date', (fields, issued) => {
    expect(bib(`@book{a, title={T}, ${fields}}`)).toMatchObject([{ issued }]);
  });

  test.each([
    ['@string{jan = "1"}\n', 'year = 2024, month = jan # "~10"', '1\u00A010 2024'],
    ['', 'year = 2024, month = {Easter}', 'Easter 2024'],
    ['', 'year = 2024, month = 13', '2024-13'],
    ['', 'year = 2024, day = 3', '3 2024'],
    ['', 'year = 2024, month = feb, day = 31', '31 Feb 2024'],
  ])('is said where a part of it is not read: %s%s', (before, fields, written) => {
    const [entry] = readBibtex(`${before}@book{a, title={T}, ${fields}}`).entries;
    expect(entry?.source.issued).toBe('2024');
    expect(entry?.notices).toMatchObject([{ message: expect.stringContaining(`“${written}” is not a date`) }]);
  });

  test.each([
    'year = {forthcoming}, month = jul',
    'year = 2024, month = jan',
    'date = {2024-05}, year = 2024, month = {x}',
  ])('is not spoken of where nothing is lost: %s', (fields) => {
    expect(readBibtex(`@book{a, title={T}, ${fields}}`).entries[0]?.notices).toEqual([]);
  });

  test('markup of titles is markup in every kind of library', () => {
    const title = 'CO<sub>2</sub> in <i>Homo</i> &amp; 10<sup>6</sup>, p < 0.05';
    const plain = 'CO₂ in Homo & 10⁶, p < 0.05';
    expect(ris(`TY  - CHAP\nTI  - ${title}\nT2  - ${title}\nER  - `)).toMatchObject([
      { title: plain, 'container-title': plain },
    ]);
    expect(
      bib(R`@article{a, title={$\less$i$\greater$Homo$\less$/i$\greater$ <b>x</b>}, journal={<i>J</i>}}`),
    ).toMatchObject([{ title: 'Homo x', 'container-title': 'J' }]);
  });

  test('keeps two addresses two, and says which is not printed', () => {
    const { entries } = readBibtex('@online{press-0903, title={T}, url={https://a.example/x\n  y; https://b.example}}');
    expect(entries[0]?.source.URL).toBe('https://a.example/xy');
    expect(entries[0]?.notices).toMatchObject([
      { message: expect.stringContaining('https://b.example is not printed') },
    ]);
  });

  test.each([
    [R`A {\textbar} {B} \textless{} C`, 'A | B < C'],
    [R`a \~{} b \^{} c`, 'a ~ b ^ c'],
    [R`{\textquotesingle}x{\textquotesingle} 10{\textasciicircum}6 \textasciitilde{} a\_b`, "'x' 10^6 ~ a_b"],
    [R`H$_2$O, 10$^{6}$, $\alpha$--$\beta$, $x^{ab}$, 5$^{\circ}$C, $\geq$ 3`, 'H₂O, 10⁶, α–β, x^ab, 5°C, ≥ 3'],
    [R`m\textsuperscript{2}, 5\textsuperscript{th}, CO\textsubscript{2}`, 'm², 5th, CO₂'],
    [R`{\noopsort{1973b}}1973`, '1973'],
    [R`\'{E}tude \v{S}koda {\c c}a \"Uber \.{I} \k{a} \"{\i}`, 'Étude Škoda ça Über İ ą ï'],
    [R`\href{https://e.org}{words} \enquote{said} \emph{this}`, 'words “said” this'],
    [R`\unknownsign and \other{kept}`, R`\unknownsign and kept`],
    ['costs $5 million to $6 million', 'costs $5 million to $6 million'],
    [R`\$5 \& 6\%`, '$5 & 6%'],
  ])('loses no sign of %s', (latex, plain) => {
    expect(plainOf(latex)).toBe(plain);
  });

  test('is read in the encoding that it declares, or as Windows-1252 with a warning', () => {
    const body = '@book{press-0903, title = {\u00DCber Grenzen}}';
    const bytes = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
    const declared = { 'refs.bib': { ok: true as const, bytes: bytes(`% Encoding: Cp1252\n${body}`) } };
    const loaded = read(briefWith('sources: refs.bib'), declared);
    expect(loaded.diagnostics).toEqual([]);
    expect(loaded.ok && loaded.value.brief.sources).toMatchObject([{ title: 'Über Grenzen' }]);
    const silent = read(briefWith('sources: refs.bib'), { 'refs.bib': { ok: true, bytes: bytes(body) } });
    expect(silent.diagnostics).toMatchObject([{ severity: 'warning', code: 'syntax-encoding' }]);
    expect(silent.ok && silent.value.brief.sources).toMatchObject([{ title: 'Über Grenzen' }]);
  });
});

describe('RIS', () => {
  test('may have lines before the first source and between two, and a source without an end', () => {
    const text =
      'Provider: P\n\nTY  - JOUR\nTI  - Two\n  lines\nAND - is no tag\nER  -\nExport 2\nTY  - BOOK\nTI  - B\n';
    expect(ris(text)).toMatchObject([{ title: 'Two lines AND - is no tag' }, { title: 'B', type: 'book' }]);
  });

  test.each([
    ['Y1  - 2013/05/28\nPY  - 2013\nDA  - 2014/04/01', '2014-04-01'],
    ['PY  - 2024\nDA  - 2024/05/04/', '2024-05-04'],
    ['PY  - 2024\nDA  - May 4', '2024-05-04'],
    ['PY  - 2024\nDA  - MAY', '2024-05'],
    ['Y1  - 2013/05', '2013-05'],
  ])('%j is the most exact date', (lines, issued) => {
    expect(ris(`TY  - JOUR\nTI  - T\n${lines}\nER  - \n`)).toMatchObject([{ issued }]);
  });

  test('prints no notes, and shows the work that a chapter or paper is in', () => {
    expect(
      ris('TY  - CHAP\nID  - a\nTI  - C\nT2  - Book\nA2  - Ek, P.\nN1  - Cited by 3\nAU  - {EU}\nER  - \n'),
    ).toEqual([
      {
        id: 'a',
        type: 'chapter',
        title: 'C',
        'container-title': 'Book',
        author: [{ literal: 'EU' }],
        editor: [{ family: 'Ek', given: 'P.' }],
      },
    ]);
    expect(ris('TY  - CONF\nID  - a\nTI  - P\nBT  - Proceedings\nER  - \n')).toMatchObject([
      { title: 'P', 'container-title': 'Proceedings' },
    ]);
  });

  test('keeps two addresses two', () => {
    const [entry] = readRis('TY  - ELEC\nTI  - T\nUR  - https://a.example\nhttps://b.example\nER  - \n').entries;
    expect(entry?.source.URL).toBe('https://a.example');
    expect(entry?.notices).toHaveLength(1);
  });

  test('of PubMed is said to be that, once', () => {
    const text = 'PMID- 1\nOWN - NLM\nTI  - T\nDP  - 2019 Jan\n';
    const found = diagnosticsOf('sources: refs.ris', { 'refs.ris': text });
    expect(found).toMatchObject([{ code: 'syntax-references', severity: 'error' }]);
    expect(found[0]?.message).toContain('PubMed');
  });
});

describe('CSL-JSON', () => {
  test('may be what Crossref answers', () => {
    const message = {
      type: 'journal-article',
      title: ['Water'],
      subtitle: ['Across borders'],
      'container-title': ['Journal of Water', 'J. W.'],
      DOI: 'https://doi.org/10.1000/xyz',
      ISSN: ['1234-5678', '8765-4321'],
      author: [
        { given: 'A.', family: 'Lind', sequence: 'first', affiliation: [] },
        { name: 'EU', sequence: 'additional' },
      ],
      issued: { 'date-parts': [[null]] },
      'published-print': { 'date-parts': [[2024, 5]] },
      'short-container-title': ['JW'],
      'reference-count': 3,
    };
    const source = {
      id: 'lind2024',
      type: 'article-journal',
      title: 'Water: Across borders',
      'container-title': 'Journal of Water',
      'container-title-short': 'JW',
      DOI: '10.1000/xyz',
      ISSN: '1234-5678',
      author: [{ family: 'Lind', given: 'A.' }, { literal: 'EU' }],
      issued: { 'date-parts': [[2024, 5]] },
    };
    for (const value of [message, { status: 'ok', message }, { message: { items: [message] } }])
      expect(csl(value)).toMatchObject([expect.objectContaining(source)]);
  });

  test('may be one item, a list within `items` or `references`', () => {
    const item = { id: 'a', type: 'book', title: 'T' };
    for (const value of [item, [item], { items: [item] }, { references: [item] }]) expect(csl(value)).toEqual([item]);
    expect(csl({ x: 1 })).toBeUndefined();
    expect(csl([5])).toBeUndefined();
  });

  test('has dates with nothing in them, ranges, circa and seasons', () => {
    const issued = (date: unknown) => csl([{ id: 'a', issued: date }])?.[0]?.issued;
    expect(issued({ 'date-parts': [[null]] })).toBeUndefined();
    expect(issued({ 'date-parts': [['2024', '5', null]] })).toEqual({ 'date-parts': [[2024, 5]] });
    expect(issued({ 'date-parts': [[2024, 21]] })).toEqual({ 'date-parts': [[2024]], season: 1 });
    expect(issued({ 'date-parts': [[2024]], season: 'Fall' })).toEqual({ 'date-parts': [[2024]], season: 3 });
    expect(issued({ 'date-parts': [[1850]], circa: 1 })).toEqual({ 'date-parts': [[1850]], circa: true });
    expect(issued({ raw: '2024-05' })).toBe('2024-05');
    expect(issued({ literal: 'in press' })).toEqual({ literal: 'in press' });
  });

  test.each([
    ['H<sub>2</sub>O and <i>Homo</i> &amp; <span style="x">ice</span>', 'H₂O and Homo & ice'],
    ['10<sup>6</sup> tons, 5<sup>th</sup>, x<sup>a+b</sup>', '10⁶ tons, 5th, x^a+b'],
    ['p < 0.05 and q > 1', 'p < 0.05 and q > 1'],
    ['A &amp;amp; B &#8211; C', 'A & B – C'],
    ['<jats:italic>X</jats:italic> <b>Y</b>', 'X Y'],
  ])('has titles in HTML: %s', (title, plain) => {
    expect(withoutMarkup(title)).toBe(plain);
  });

  test('prints neither Extra nor abstracts, and repairs addresses', () => {
    const item = { id: 'a', type: 'book', title: 'T', note: 'PMID: 1', abstract: 'Long', annote: 'x', keyword: 'y' };
    expect(csl([item])).toEqual([{ id: 'a', type: 'book', title: 'T' }]);
    const address = (URL: string) => csl([{ id: 'a', URL }])?.[0]?.URL;
    expect(address(' https://e.org/a b ')).toBe('https://e.org/a%20b');
    expect(address('www.example.org/x')).toBe('https://www.example.org/x');
    expect(address('example.org')).toBe('https://example.org');
    expect(address('https://example.org/straße')).toBe('https://example.org/straße');
  });
});

describe('a date', () => {
  const range = (from: number[], to: number[]) => ({ 'date-parts': [from, to] });

  test.each([
    ['2024-21', { 'date-parts': [[2024]], season: 1 }],
    ['autumn 2024', { 'date-parts': [[2024]], season: 3 }],
    ['2019~', { 'date-parts': [[2019]], circa: true }],
    ['c. 1850', { 'date-parts': [[1850]], circa: true }],
    ['2019-05-03/2019-05-07', range([2019, 5, 3], [2019, 5, 7])],
    ['1999–2001', range([1999], [2001])],
    ['196X', range([1960], [1969])],
    ['May–June 2019', range([2019, 5], [2019, 6])],
    ['2019/..', { literal: '2019–' }],
    ['-0043-03', { 'date-parts': [[-44, 3]] }],
    ['44 BC', { 'date-parts': [[-44]] }],
    ['2019-XX-XX', '2019'],
    ['2019-05-03T10:15:00Z', '2019-05-03'],
    ['20190503', '2019-05-03'],
    ['May 3rd, 2019', '2019-05-03'],
    ['3. März 2024', '2024-03-03'],
    ['4 мая 2024 г.', '2024-05-04'],
    ['12/05/2024', { literal: '12/05/2024' }],
    ['2024-02-31', { literal: '2024-02-31' }],
    ['in press', { literal: 'in press' }],
    [' ', null],
  ])('%j', (written, date) => {
    expect(readDate(written)).toEqual(date);
  });
});

describe('a language', () => {
  test.each([
    ['lao', 'lo'],
    ['zh_TW', 'zh-TW'],
    ['de-x', null],
    ['en_US', 'en-US'],
    ['English (US)', 'en-US'],
    ['English (United Kingdom)', 'en-GB'],
    ['eng; fre', 'en'],
    ['ger', 'de'],
    ['norsk', 'nb'],
    ['Svenska', 'sv'],
    ['русский', 'ru'],
    ['ngerman', 'de'],
    ['klingonish', null],
    ['zz', null],
    ['', null],
  ])('%j', (written, tag) => {
    expect(languageTag(written)).toBe(tag);
  });

  test('that is not known is left out, with a warning where the source is cited', () => {
    const library = '@book{press-0903, title={T}, langid={klingonish}}\n@book{b, title={B}, langid={klingonish}}';
    const found = diagnosticsOf('sources: refs.bib', { 'refs.bib': library });
    expect(found).toMatchObject([{ severity: 'warning', code: 'syntax-references' }]);
    expect(found.map((each) => pointedAt(library, each))).toEqual(['{klingonish}']);
    expect(sourcesOf(library)[0]).not.toHaveProperty('language');
  });
});

describe('a date that does not exist', () => {
  const cited = (id: string) => `keyFacts: [{ text: t, sources: [${id}] }]\nsources: `;

  test.each([
    ['refs.bib', '@book{a, title = {T}, date = {2024-13-45}}', '2024-13-45'],
    ['refs.bib', '@book{a, title = {T}, date = {2024-02-30}}', '2024-02-30'],
    ['refs.ris', 'TY  - NEWS\nID  - a\nTI  - T\nDA  - 2024/2/30/\nER  - \n', '2024/2/30/'],
  ])('is said, since it is printed as it stands: %s, %j', (file, library, written) => {
    const found = diagnosticsOf(`${cited('a')}${file}`, { [file]: library });
    expect(found.map(({ severity, code, message }) => [severity, code, message])).toEqual([
      ['warning', 'sense-impossible-date', expect.stringContaining(`is ${written},`)],
    ]);
  });

  test('is not what is written in words, or as a range', () => {
    for (const date of ['in press', '2019/', '1999/2001', 'spring 2024', '2023/24']) {
      const library = `@book{a, title = {T}, date = {${date}}}`;
      expect(diagnosticsOf(`${cited('a')}refs.bib`, { 'refs.bib': library })).toEqual([]);
    }
  });
});
