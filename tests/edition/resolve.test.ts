import { describe, expect, it } from 'vitest';
import type { Brief } from '../../src/brief/brief.js';
import { plainText } from '../../src/document/walk.js';
import { editionShape } from '../../src/edition/edition.js';
import { resolveEdition } from '../../src/edition/resolve.js';
import type { Shape } from '../../src/edition/shape.js';
import { loaded, specimen } from './specimen.js';

function resolved(change: Partial<Brief> = {}, language?: string) {
  const outcome = resolveEdition(loaded({ ...specimen(), ...change }), language === undefined ? {} : { language });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.diagnostics));
  return outcome.value;
}

describe('an edition', () => {
  it('numbers sources by first citation in the order of the brief, uncited ones last', () => {
    const { sources } = resolved();
    expect(sources.map(({ id, number, cited }) => [id, number, cited])).toEqual([
      ['treaty', 1, true],
      ['press', 2, true],
      ['unused', 3, false],
    ]);
  });

  it('gives citations in prose and in items the numbers of their sources', () => {
    const edition = resolved();
    expect(edition.summary.nodes).toContainEqual(
      expect.objectContaining({ type: 'citation', items: [{ source: 'treaty', locator: 'art. 87(7)', number: 1 }] }),
    );
    expect(edition.keyFacts[1]?.sources.map(({ number, locator }) => [number, locator?.text])).toEqual([
      [2, undefined],
      [1, 'art. 86'],
    ]);
  });

  it('numbers facts, and shows judgements the facts they rest on', () => {
    const edition = resolved();
    expect(edition.keyFacts.map(({ number }) => number)).toEqual([1, 2, 3]);
    expect(edition.judgements[0]?.basis.map(({ number }) => number)).toEqual([1, 2]);
  });

  it('gives likelihoods the range of the chosen scale', () => {
    expect(resolved().judgements[0]?.likelihood).toMatchObject({ term: 'likely', low: 55, high: 75 });
    expect(resolved({ likelihoodScale: 'icd203' }).judgements[0]?.likelihood).toMatchObject({ low: 55, high: 80 });
    expect(resolved().yardstick.map(({ low, high }) => `${low}-${high}`)).toEqual([
      '0-5',
      '10-20',
      '25-35',
      '40-50',
      '55-75',
      '80-90',
      '95-100',
    ]); // prettier-ignore
    expect(resolved({ likelihoodScale: 'icd203' }).yardstick.map(({ low, high }) => `${low}-${high}`)).toEqual([
      '1-5',
      '5-20',
      '20-45',
      '45-55',
      '55-80',
      '80-95',
      '95-99',
    ]); // prettier-ignore
  });

  it('composes the protective marking in capitals', () => {
    expect(resolved().marking?.protective?.text).toBe('OFFICIAL-SENSITIVE – RECIPIENTS ONLY – PERSONAL');
    expect(resolved().marking?.tlp).toBe('TLP:AMBER+STRICT');
  });

  it('puts the timeline in order of time and tells what lasted from what goes on', () => {
    const { timeline } = resolved();
    expect(timeline.map(({ from, to, ongoing }) => [from.iso, to?.iso ?? null, ongoing])).toEqual([
      ['2023-03-17', null, false],
      ['2024-01-01', null, true],
      ['2026-11-02', '2026-11-03', false],
    ]);
  });

  it('keeps a date as precise as the brief has it', () => {
    const edition = resolved({
      sources: [{ id: 'press', type: 'book', title: 'T', issued: { 'date-parts': [[2024, 9]] } }],
    });
    expect(edition.sources[0]?.issued).toEqual({ kind: 'date', iso: '2024-09', precision: 'month' });
    expect(edition.meeting?.at).toMatchObject({ iso: '2026-12-01T09:30+08:00', precision: 'minute' });
  });

  it('strips the characters that stand around placeholders from every text', () => {
    const edition = resolved({ title: 'a\u{E000}0\u{E001}b', reference: '\u{E000}1\u{E001}', summary: '&#xE000;' });
    expect(JSON.stringify(edition)).not.toMatch(/[\u{E000}\u{E001}]/u);
    expect(plainText(edition.title.nodes)).toBe('a\u{FFFD}0\u{FFFD}b');
  });

  it('prints an empty line in a short field as a line break, never as a new paragraph', () => {
    const nodes = resolved({ summary: 'One.\n\nTwo.' }).summary.nodes;
    expect(nodes.map(({ type }) => type)).toEqual(['text', 'break', 'text']);
  });
});

describe('languages', () => {
  const map = { en: 'English', sv: 'Svenska' };
  const bilingual: Partial<Brief> = { languages: ['en', 'sv'], title: map };

  it('takes the text of the language asked for', () => {
    const small: Brief = {
      briefpress: 1,
      title: map,
      asOf: '2026-01-01',
      summary: map,
      languages: ['en', 'sv'],
      keyFacts: [{ text: map, sources: ['s'] }],
      sources: [{ id: 's', type: 'book', title: 'A book' }],
    };
    const outcome = resolveEdition(loaded(small), { language: 'sv' });
    expect(outcome.ok && plainText(outcome.value.title.nodes)).toBe('Svenska');
  });

  it('names every item that lacks the language, with its field', () => {
    const outcome = resolveEdition(loaded({ ...specimen(), ...bilingual }), { language: 'sv' });
    const missing = outcome.diagnostics.filter(({ code }) => code === 'sense-language-missing');
    expect(outcome.ok).toBe(false);
    expect(missing.map(({ field }) => field)).toEqual(
      expect.arrayContaining(['summary', 'keyFacts[0].text', 'annexes[0].title', 'request.options[1].label']),
    );
    expect(missing[0]?.message).toContain('Swedish (sv)');
    expect(missing.some(({ field }) => field === 'title')).toBe(false);
  });

  it('refuses a language that the brief does not have', () => {
    const outcome = resolveEdition(loaded(specimen()), { language: 'fi' });
    expect(outcome.diagnostics.map(({ code, field }) => [code, field])).toEqual([
      ['sense-language-missing', 'languages'],
    ]);
  });

  it('leaves the translation of a quote to the document in its language, and keeps one that no document has', () => {
    const quotes: Brief['quotes'] = [
      {
        speaker: 'S',
        text: 'Hej',
        lang: 'sv',
        source: 'press',
        translations: [
          { lang: 'en', text: 'Hello', by: 'own' },
          { lang: 'fi', text: 'Hei', by: 'official' },
        ],
      },
    ]; // prettier-ignore
    const english = resolved({ ...bilingual, quotes });
    expect(english.quotes[0]?.translations.map(({ language }) => language)).toEqual(['en', 'fi']);
    expect(english.quotes[0]?.foreign).toBe(true);
    const swedish = resolveEdition(loaded({ ...specimen('sv'), languages: ['sv', 'en'], quotes }));
    expect(swedish.ok && swedish.value.quotes[0]?.translations.map(({ language }) => language)).toEqual(['fi']);
    expect(swedish.ok && swedish.value.quotes[0]?.foreign).toBe(false);
  });
});

describe('a directive without its other end', () => {
  it.each([':::keep\na', 'a\n\n:::'])('is a warning at its field: %j', (background) => {
    const outcome = resolveEdition(loaded({ ...specimen(), background }));
    expect(outcome.diagnostics).toEqual([
      expect.objectContaining({ code: 'sense-markup', field: 'background', severity: 'warning' }),
    ]);
  });
});

describe('what is not printed as it is written', () => {
  it.each([
    ['Asked.\n\n[A]: No.', /`\[A\]: No\.` is not printed/],
    ['1. a\n3. b', /is numbered 1, 3, and is printed as 1, 2\./],
    ['H~2~O', /`~2~` is printed struck out/],
  ])('is a warning at its field: %j', (background, message) => {
    const outcome = resolveEdition(loaded({ ...specimen(), background }));
    expect(outcome.diagnostics).toEqual([
      expect.objectContaining({
        code: 'sense-markup',
        field: 'background',
        severity: 'warning',
        message: expect.stringMatching(message) as string,
      }),
    ]);
  });
});

describe('links', () => {
  it('reports a forbidden one with its field', () => {
    const outcome = resolveEdition(loaded({ ...specimen(), background: 'See [x](javascript:alert(1)).' }));
    expect(outcome.ok).toBe(false);
    expect(outcome.diagnostics).toContainEqual(
      expect.objectContaining({ code: 'sense-forbidden-link', field: 'background', severity: 'error' }),
    );
  });

  it('keeps the text of one that leads nowhere on paper, with a warning', () => {
    const outcome = resolveEdition(loaded({ ...specimen(), background: 'See [the list](/list.html).' }));
    expect(outcome.ok && plainText(outcome.value.background?.nodes ?? [])).toBe('See the list.');
    expect(outcome.diagnostics).toContainEqual(
      expect.objectContaining({ code: 'sense-forbidden-link', field: 'background', severity: 'warning' }),
    );
  });

  it.each([
    'java\tscript:alert(1)',
    'JAVASCRIPT:x',
    ' javascript:x',
    '\u0001javascript:x',
    'vbscript:x',
    'data:text/html,x',
    'file:///etc/passwd',
  ])('refuses %j', (url) => {
    const outcome = resolveEdition(loaded({ ...specimen(), background: `See [x](<${url}>).` }));
    expect(outcome.ok).toBe(false);
  });
});

describe('the shape', () => {
  it('has every field of a full edition, and an edition every field of the shape', () => {
    const strays: string[] = [];
    const marking = { ...specimen().marking, portions: true };
    compare(resolved({ marking }), editionShape, 'edition', strays);
    expect(strays).toEqual([]);
  });

  it('is complete in the smallest edition too: what is optional is null or empty, never absent', () => {
    const { briefpress, title, asOf, summary, keyFacts, sources } = specimen();
    const outcome = resolveEdition(loaded({ briefpress, title, asOf, summary, keyFacts, sources }));
    if (!outcome.ok) throw new Error('unreachable');
    expect(Object.keys(outcome.value).sort()).toEqual(Object.keys(editionShape.fields).sort());
    expect(JSON.stringify(outcome.value)).toBe(
      JSON.stringify(outcome.value, (_, value) => (value === undefined ? 'absent' : value)),
    );
  });
});

function compare(value: unknown, shape: Shape, path: string, strays: string[]): void {
  if (shape.kind === 'list' && Array.isArray(value)) {
    if (value.length === 0) strays.push(`${path}: the specimen has nothing here`);
    for (const [i, each] of value.entries()) compare(each, shape.of, `${path}[${i}]`, strays);
  }
  if (shape.kind !== 'record' || typeof value !== 'object' || value === null) return;
  const names = Object.keys(value).filter((name) => shape.tag === undefined || name !== 'kind');
  for (const name of names) if (!(name in shape.fields)) strays.push(`${path}.${name}: not in the shape`);
  for (const [name, field] of Object.entries(shape.fields)) {
    if (!names.includes(name)) strays.push(`${path}.${name}: not in the edition`);
    // Items need not all have everything; lists inside them may be empty.
    else if (!(field.kind === 'list' && path.includes('['))) {
      compare((value as Record<string, unknown>)[name], field, `${path}.${name}`, strays);
    }
  }
}
