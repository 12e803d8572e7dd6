import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { DIAGNOSTIC_CODES } from '../../src/diagnostics/codes.js';
import type { FileRead } from '../../src/diagnostics/unread.js';
import { evidenceFor } from '../../src/evidence/check-evidence.js';
import { briefWith, gist, SMALLEST } from '../brief/reading.js';
import { bytesOf, evidenceOf, type Files, hashOf, pdfWith } from './kept.js';

const WORDS = 'We regret the delay';

interface Case {
  readonly file?: string;
  readonly bytes?: Uint8Array;
  readonly mediaType?: string;
  readonly sha256?: string;
  readonly words?: string;
  readonly more?: string;
}

function briefOf({ file = 'kept/a.txt', bytes = bytesOf(`“${WORDS},” she said.`), ...rest }: Case): [string, Files] {
  const { mediaType, sha256 = hashOf(bytes), words = WORDS, more = '' } = rest;
  const fields = `quotes:
  - speaker: Minister
    text: ${JSON.stringify(words)}
    source: press-0903
sources:
  - id: press-0903
    type: article-newspaper
    title: Report
    snapshot:
      file: ${file}
      sha256: ${sha256}
      retrievedAt: 2024-09-03T10:00:00Z${mediaType === undefined ? '' : `\n      mediaType: ${JSON.stringify(mediaType)}`}
${more}`;
  return [briefWith(fields), { [file]: bytes }];
}

const check = (kept: Case) => evidenceOf(...briefOf(kept));

describe('a quotation that stands in the kept copy', () => {
  test('is checked, and when the copy was taken is told', async () => {
    const outcome = await check({});
    expect(outcome.diagnostics).toEqual([]);
    expect(outcome.ok && [...outcome.value.checked]).toEqual([['press-0903', { retrievedAt: '2024-09-03T10:00:00Z' }]]);
  });

  test('says nothing of a source that is kept but not quoted', async () => {
    const [brief, files] = briefOf({});
    const outcome = await evidenceOf(brief.replace(/quotes:[\s\S]*?(?=sources:\n {2}- id)/, ''), files);
    expect(outcome).toMatchObject({ ok: true, diagnostics: [] });
    expect(outcome.ok && outcome.value.checked.size).toBe(0);
  });

  test('counts as verbatim with other marks, and that is said', async () => {
    const outcome = await check({ words: `"${WORDS},"` });
    expect(outcome.ok && outcome.value.checked.size).toBe(1);
    expect(outcome.diagnostics).toMatchObject([
      { severity: 'info', code: 'quote-normalised', field: 'quotes[0].text' },
    ]);
    expect(outcome.diagnostics[0]?.place?.line).toBeGreaterThan(1);
  });

  test('is checked against the hash in capitals too', async () => {
    const sha256 = hashOf(bytesOf(`“${WORDS},” she said.`)).toUpperCase();
    expect((await check({ sha256 })).diagnostics).toEqual([]);
  });
});

describe('quotations of several sources', () => {
  const source = (id: string, more = '') => `  - { id: ${id}, type: report, title: Report${more} }`;
  const kept = (id: string, text: string) =>
    source(id, `, snapshot: { file: ${id}.txt, sha256: ${hashOf(bytesOf(text))}, retrievedAt: '2024-09-03' }`);
  const quote = (words: string, from: string) => `  - { speaker: Minister, text: ${words}, source: ${from} }`;
  const files = { 'one.txt': bytesOf('We regret it'), 'two.txt': bytesOf('We welcome it, we do') };
  const sources = [
    source('press-0903'),
    kept('one', 'We regret it'),
    kept('two', 'We welcome it, we do'),
    source('three'),
  ];
  const check = (...quotes: readonly string[]) =>
    evidenceOf(briefWith(['quotes:', ...quotes, 'sources:', ...sources].join('\n')), files);

  test('are each looked for in their own', async () => {
    const outcome = await check(quote('We regret it', 'one'), quote('We welcome it', 'two'));
    expect(gist(outcome.diagnostics)).toEqual([]);
    expect(outcome.ok && [...outcome.value.checked.keys()]).toEqual(['one', 'two']);
    const crossed = await check(quote('We regret it', 'two'), quote('We welcome it', 'two'));
    expect(gist(crossed.diagnostics)).toEqual(['quote-not-found quotes[0].text']);
  });

  test('are unchecked only where their own has no kept copy', async () => {
    const outcome = await check(quote('We regret it', 'one'), quote('We go', 'three'));
    expect(gist(outcome.diagnostics)).toEqual(['quote-unchecked quotes[1].text']);
    expect(outcome.ok && [...outcome.value.checked.keys()]).toEqual(['one']);
  });

  test('are told apart by the words before and after them', async () => {
    const at = (more: string) => quote('we', `{ source: two${more} }`).replace('text: we', 'text: it');
    expect(gist((await check(at(''))).diagnostics)).toEqual([]);
    expect(gist((await check(at(', prefix: welcome'))).diagnostics)).toEqual([]);
    expect(gist((await check(at(', prefix: regret'))).diagnostics)).toEqual(['quote-not-found quotes[0].text']);
    expect(gist((await check(at(', suffix: they'))).diagnostics)).toEqual(['quote-not-found quotes[0].text']);
  });
});

describe('an edition that quotes less', () => {
  test('has those sources checked that it still quotes', () => {
    const checked = new Map([
      ['a', { retrievedAt: null }],
      ['b', { retrievedAt: '2024-09-03' }],
    ]);
    const quote = { speaker: 'Minister', text: 'We regret it' };
    expect([...evidenceFor({ quotes: [{ ...quote, source: { source: 'b' } }] }, { checked }).checked]).toEqual([
      ['b', { retrievedAt: '2024-09-03' }],
    ]);
    expect(evidenceFor({}, { checked }).checked.size).toBe(0);
  });
});

describe('an edited quotation', () => {
  test('is a warning at its place, and counts as checked', async () => {
    const outcome = await check({ words: 'We [do not] regret the delay' });
    expect(outcome).toMatchObject({
      ok: true,
      diagnostics: [{ severity: 'warning', code: 'quote-altered', field: 'quotes[0].text' }],
    });
    expect(outcome.diagnostics[0]?.place?.line).toBeGreaterThan(1);
    expect(outcome.ok && outcome.value.checked.size).toBe(1);
  });

  test('is read in its own language, in that of its source and in those of the brief', async () => {
    const words = 'We [inte] regret the delay';
    expect(gist((await check({ words })).diagnostics)).toEqual([]);
    const [brief, files] = briefOf({ words });
    const codes = async (text: string) => (await evidenceOf(text, files)).diagnostics.map(({ code }) => code);
    expect(await codes(brief.replace('  - speaker', '  - lang: sv\n    speaker'))).toEqual(['quote-altered']);
    expect(await codes(brief.replace('    title: Report', '    title: Report\n    language: sv'))).toEqual([
      'quote-altered',
    ]);
  });
});

describe('a quotation that does not', () => {
  test('is an error at its place, with the nearest passage and the difference', async () => {
    const outcome = await check({ words: 'We welcome the delay' });
    expect(outcome.ok).toBe(false);
    expect(outcome.diagnostics).toMatchObject([
      { severity: 'error', code: 'quote-not-found', hints: [expect.stringContaining('[-welcome-] {+regret+}')] },
    ]);
  });

  test('is an error with a copy that is not the one that was kept, whatever stands in it', async () => {
    const outcome = await check({ sha256: hashOf(bytesOf('another')) });
    expect(gist(outcome.diagnostics)).toEqual(['snapshot-hash sources[0].snapshot.sha256']);
    expect(outcome.ok).toBe(false);
  });

  test.each([
    ['missing', 'snapshot-missing'],
    ['outside', 'file-outside-folder'],
    ['unreadable', 'snapshot-unreadable'],
    ['too-large', 'snapshot-unreadable'],
  ] as const)('is an error with a copy that is %s', async (reason, code) => {
    const [brief] = briefOf({});
    const read: FileRead = { ok: false, reason };
    const outcome = await evidenceOf(brief, { 'kept/a.txt': read });
    expect(gist(outcome.diagnostics)).toEqual([`${code} sources[0].snapshot.file`]);
    expect(outcome.diagnostics[0]?.hints).not.toEqual([]);
    expect(outcome.ok).toBe(false);
  });

  test.each([
    ['', 'warning'],
    ['status: draft', 'warning'],
    ['status: withdrawn', 'warning'],
    ['status: cleared', 'error'],
    ['status: issued\nissuedAt: 2024-09-05', 'error'],
  ])('has no kept copy (%j): %s', async (status, severity) => {
    const quotes = 'quotes: [{ speaker: Minister, text: We regret it, source: press-0903 }]';
    const outcome = await evidenceOf(briefWith(`${quotes}\n${status}`));
    expect(outcome.diagnostics).toMatchObject([{ severity, code: 'quote-unchecked', field: 'quotes[0].text' }]);
  });
});

describe('kinds of kept copies', () => {
  const windows1252 = Uint8Array.from([0x93, ...bytesOf('Beklagligt, s'), 0xe4, ...bytesOf('ger EU'), 0x94]);
  const utf16 = Uint8Array.from([
    0xff,
    0xfe,
    ...new Uint8Array(Uint16Array.from('säger EU', (c) => c.charCodeAt(0)).buffer),
  ]);
  const html = (body: string) => bytesOf(`<!doctype html><title>t</title><meta charset=utf-8><body>${body}`);
  const cases: readonly (readonly [string, Case])[] = [
    [
      'Markdown, without its marks',
      { file: 'a.md', bytes: bytesOf('# T\n\nWe **regret**\n[the](https://x.org) _delay_.') },
    ],
    ['HTML, without its tags', { file: 'a.html', bytes: html('<p>We <b>reg</b>ret the<br>delay</p>') }],
    ['HTML with entities', { file: 'a.htm', bytes: html('W&#101; regret&nbsp;the delay') }],
    ['HTML by its media type', { file: 'a', mediaType: 'text/html', bytes: html('We <i>regret</i> the delay') }],
    [
      'HTML in the encoding that it declares',
      {
        file: 'a.html',
        words: 'säger EU',
        bytes: Uint8Array.from([...bytesOf('<meta charset="windows-1252"><p>'), ...windows1252]),
      },
    ], // prettier-ignore
    ['a PDF', { file: 'a.pdf', bytes: pdfWith(['She said that we', 'We regret the', 'delay in this.']) }],
    ['a PDF with a word hyphenated', { file: 'a.pdf', bytes: pdfWith(['We re-', 'gret the delay']) }],
    [
      'text in a declared encoding',
      { mediaType: 'text/plain; charset=windows-1252', words: 'säger EU', bytes: windows1252 },
    ],
    ['text in UTF-16', { words: 'säger EU', bytes: utf16 }],
  ];

  test.each(cases)('%s', async (_what, kept) => {
    expect((await check(kept)).diagnostics).toEqual([]);
  });

  test.each([
    ['script', '<script>We regret the delay</script>'],
    ['style', '<style>We regret the delay</style>'],
    ['what is hidden', '<p hidden>We regret the delay</p>'],
    ['what is not displayed', '<p style="color: red; display:none">We regret the delay</p>'],
    ['a comment', '<!-- We regret the delay -->'],
    ['an attribute', '<p title="We regret the delay">x</p>'],
    ['the title', '<title>We regret the delay</title>'],
    ['an alternative for scripts', '<noscript>We regret the delay</noscript>'],
    ['words that blocks part', '<table><tr><td>We reg<td>ret the delay</table>'],
    ['a word that a block parts', '<p>We reg</p><p>ret the delay</p>'],
  ])('the page does not say what stands in %s', async (_what, body) => {
    expect(gist((await check({ file: 'a.html', bytes: html(body) })).diagnostics)).toEqual([
      'quote-not-found quotes[0].text',
    ]);
  });

  test.each([
    ['text in another encoding', { bytes: windows1252 }, 'UTF-8'],
    ['text with zero bytes', { bytes: Uint8Array.from([87, 101, 0, 32]) }, 'UTF-8'],
    [
      'text in an encoding there is none of',
      { mediaType: 'text/plain; charset=klingon', bytes: windows1252 },
      'KLINGON',
    ],
    ['a PDF that is none', { file: 'a.pdf' }, 'not a PDF'],
    ['a PDF without text', { file: 'a.pdf', bytes: pdfWith([]) }, 'scan'],
    ['a picture', { file: 'a.png' }, 'kind'],
    ['a kind that is not known', { mediaType: 'application/msword' }, 'application/msword'],
    ['a page that nests without end', { file: 'a.html', bytes: html('<div>'.repeat(50_000)) }, 'deep'],
  ] as const)('%s is an error', async (_what, kept, words) => {
    const { diagnostics } = await check(kept);
    expect(gist(diagnostics)).toEqual(['snapshot-unreadable sources[0].snapshot.file']);
    expect(diagnostics[0]?.message).toContain(words);
    expect(diagnostics[0]?.hints[0]).toBeDefined();
  });
});

describe('the examples in docs/diagnostics.md', () => {
  const DOCS = readFileSync(new URL('../../docs/diagnostics.md', import.meta.url), 'utf8');
  const press = /## Sources and quotations[\s\S]*?```text\n([\s\S]*?)```/.exec(DOCS)?.[1] ?? '';
  const latin1 = Uint8Array.from('Beklagligt, säger EU.', (letter) => letter.charCodeAt(0));
  const files = { 'snapshots/press.txt': bytesOf(press), 'snapshots/latin-1.txt': latin1 };

  test.each(DIAGNOSTIC_CODES.filter((code) => /^(snapshot|quote)-/.test(code)))('make %s happen', async (code) => {
    const section = DOCS.split(/^### /m).find((part) => part.startsWith(`\`${code}\``)) ?? '';
    const example = /```yaml\n([\s\S]*?)```/.exec(section)?.[1] ?? '';
    const { diagnostics } = await evidenceOf(briefWith(example, SMALLEST), files);
    expect(diagnostics.map((each) => each.code)).toEqual([code]);
    expect(diagnostics[0]?.place?.line).toBeGreaterThan(0);
    expect(diagnostics[0]?.hints).not.toEqual([]);
  });
});
