import { describe, expect, test } from 'vitest';
import { readBrief } from '../../src/brief/read.js';
import { contextOf } from './reading.js';

function read(fields: { readonly languages?: string; readonly lang?: string; readonly source?: string }) {
  const { languages = 'en', lang = 'en', source } = fields;
  const text = `briefpress: 1
title: Talks
asOf: 2024-09-04
languages: [${languages}]
summary: The desk sums up the talks.
keyFacts:
  - text: The talks began.
    sources: [press]
quotes:
  - speaker: The minister
    text: We will come.
    lang: ${lang}
    source: press
sources:
  - id: press
    type: article-newspaper
    title: Report on the talks
${source === undefined ? '' : `    language: ${source}\n`}`;
  return readBrief(text, { file: 'x.yaml', format: 'yaml', readFile: () => ({ ok: false, reason: 'missing' }) });
}

describe('the language of a source is a BCP 47 tag in every output', () => {
  test.each([
    ['en_US', 'en-US'],
    ['English (US)', 'en-US'],
    ['"eng; fre"', 'en'],
    ['norsk', 'nb'],
    ['Svenska', 'sv'],
    ['zh-hant-tw', 'zh-Hant-TW'],
  ])('%s is %s', (written, tag) => {
    const found = read({ source: written });
    expect(found.ok && found.value.brief.sources[0]?.language).toBe(tag);
    expect(found.diagnostics.filter(({ field }) => field?.endsWith('language'))).toEqual([]);
  });

  test.each(['Klingonish', 'en--US', 'x', '"(see note)"'])('%s is left out with a warning', (written) => {
    const found = read({ source: written });
    expect(found.ok && found.value.brief.sources[0]).not.toHaveProperty('language');
    expect(found.diagnostics).toMatchObject([
      { severity: 'warning', code: 'shape-format', field: 'sources[0].language', place: { line: 18 } },
    ]);
  });
});

describe('the languages of a brief and of a quotation are read as tags, with a warning', () => {
  test.each([
    ['en_US', 'en-US'],
    ['English (US)', 'en-US'],
    ['norsk', 'nb'],
  ])('%s', (written, tag) => {
    for (const [found, field] of [
      [read({ languages: written }), 'languages[0]'],
      [read({ lang: written }), 'quotes[0].lang'],
    ] as const) {
      expect(found.diagnostics).toContainEqual(
        expect.objectContaining({ severity: 'warning', code: 'shape-format', field, hints: [`Write \`${tag}\`.`] }),
      );
      const { languages, quotes } = found.ok ? found.value.brief : {};
      expect([...(languages ?? []), quotes?.[0]?.lang]).toContain(tag);
    }
  });

  test('that of a quotation is left out where it names no language', () => {
    const found = read({ lang: 'Klingonish' });
    expect(found.ok && found.value.brief.quotes?.[0]).not.toHaveProperty('lang');
    expect(found.diagnostics).toContainEqual(
      expect.objectContaining({ severity: 'warning', code: 'shape-format', field: 'quotes[0].lang' }),
    );
  });

  test('of two names of one language, the first is read and the second is an error: no text takes the place of another', () => {
    const text = (title: string) =>
      `briefpress: 1\nlanguages: [en, sv]\ntitle: ${title}\nasOf: 2024-09-04\nsummary: a\nkeyFacts: [{ text: a, sources: [s] }]\nsources: [{ id: s, type: webpage, title: t }]\n`;
    for (const title of ['{ en: a, Swedish: first, svenska: second }', '{ en: a, sv: first, Swedish: second }']) {
      const found = readBrief(text(title), contextOf());
      expect(found.ok).toBe(false);
      expect(found.diagnostics).toContainEqual(
        expect.objectContaining({ severity: 'error', code: 'shape-unknown-field', field: 'title' }),
      );
    }
  });

  test('those of a brief that name no language are errors', () => {
    expect(read({ languages: 'Klingonish' }).diagnostics).toContainEqual(
      expect.objectContaining({ severity: 'error', code: 'shape-format', field: 'languages[0]' }),
    );
  });

  test('keys of texts too, and the brief of the text is the same in both ways of writing it', () => {
    const write = (tag: string) =>
      readBrief(
        `briefpress: 1\nlanguages: [${tag}, sv]\ntitle: { ${tag}: Hello, sv: Hej }\nasOf: 2024-09-04\nsummary: { ${tag}: a, sv: b }\nkeyFacts:\n  - { text: { ${tag}: a, sv: b }, sources: [s] }\nsources:\n  - { id: s, type: webpage, title: t }\n`,
        contextOf(),
      );
    const [tag, name] = [write('en-US'), write('en_US')];
    expect(name.ok && name.value.brief).toEqual(tag.ok && tag.value.brief);
    expect(name.diagnostics.map(({ severity, place }) => [severity, place?.line])).toEqual(
      [2, 3, 5, 7].map((line) => ['warning', line]),
    );
  });
});
