import { describe, expect, test } from 'vitest';
import { readBrief } from '../../src/brief/read.js';

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

describe('the languages of a brief and of a quotation are tags, and what was meant is said', () => {
  test.each([
    ['en_US', 'en-US'],
    ['English (US)', 'en-US'],
    ['norsk', 'nb'],
  ])('%s', (written, tag) => {
    for (const [found, field] of [
      [read({ languages: written }), 'languages[0]'],
      [read({ lang: written }), 'quotes[0].lang'],
    ] as const) {
      expect(found.diagnostics).toMatchObject([{ severity: 'error', code: 'shape-format', field }]);
      expect(found.diagnostics[0]?.hints).toEqual([`Did you mean \`${tag}\`?`]);
    }
  });
});
