import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { LoadedBrief, Tlp } from '../../src/brief/brief.js';
import { withinLimit } from '../../src/brief/markings.js';
import { readBrief } from '../../src/brief/read.js';
import { briefSchema } from '../../src/brief/schema/schema.js';
import { readWritten, writeBrief } from '../../src/brief/write.js';
import { chooseRedaction } from '../../src/redaction/choose-redaction.js';
import { redactBrief } from '../../src/redaction/redact-brief.js';
import { SHOWN_FRAME, SHOWN_ITEMS, SHOWN_PROSE, SHOWN_RECORDS } from '../../src/redaction/shown-fields.js';
import { mayShow } from '../../src/redaction/tlp.js';
import { loadedFrom, problemsOf, redactedFrom, SPECIMEN } from './specimen.js';

describe('what an edition keeps', () => {
  let { brief, text, id } = {} as ReturnType<typeof redactedFrom>;
  beforeEach(() => {
    ({ brief, text, id } = redactedFrom(SPECIMEN));
  });

  test('items at or below its limit, for anybody; everything else is gone', () => {
    expect(brief.keyFacts.map((fact) => fact.id)).toEqual(['visit']);
    expect(brief.judgements).toHaveLength(1);
    expect(brief).not.toHaveProperty('speakingPoints');
    expect(brief).not.toHaveProperty('glossary');
    expect(brief).not.toHaveProperty('clearances');
  });

  test('sources that something kept cites and that it may show', () => {
    expect(brief.sources.map((source) => source.id)).toEqual(['press']);
    expect(brief.keyFacts[0]?.sources).toEqual(['press']);
  });

  test('its own words at the root, and of the rest only what is marked', () => {
    expect(brief.title).toEqual({ en: 'The harbour', sv: 'Hamnen' });
    expect(brief).not.toHaveProperty('subtitle');
    expect(brief).not.toHaveProperty('reference');
    expect(brief).not.toHaveProperty('from');
    expect(brief.to).toEqual([{ role: 'Port authority', tlp: 'GREEN' }]);
  });

  test.each(['yaml', 'json'] as const)('nothing of a field that it drops with null (%s)', (format) => {
    const whole = parse(SPECIMEN);
    const [first, ...others] = whole.editions;
    const overrides = { ...first.overrides, background: null, analysis: null, from: null, to: null, reference: null };
    const told = { ...whole, background: 'The Nightjar lay there.', editions: [{ ...first, overrides }, ...others] };
    const { brief: kept } = redactedFrom(writeBrief(told, format));
    for (const field of ['background', 'analysis', 'from', 'to', 'reference']) expect(kept).not.toHaveProperty(field);
    expect(kept.title).toEqual({ en: 'The harbour', sv: 'Hamnen' });
  });

  test.each([
    ['title: null', '`editions[0].overrides.title` is empty'],
    ['background:', '`editions[0].overrides.background` is empty'],
    ['background: 3', 'background'],
  ])('a field is dropped with null alone, and only one that may be missing: %s', (line, words) => {
    const [own = ''] = /^ {6}title: \{ en: The harbour.*\n/m.exec(SPECIMEN) ?? [];
    const text = line.startsWith('title')
      ? SPECIMEN.replace(own, `      ${line}\n`)
      : SPECIMEN.replace(own, `${own}      ${line}\n`);
    expect(() => redactedFrom(text)).toThrow(words);
  });

  test('its limit as its marking; of the rest of the marking only that nobody says who spoke', () => {
    expect(brief.marking).toEqual({ tlp: 'GREEN', chathamHouse: true });
  });

  test('the marks of its items where the whole brief prints them', () => {
    const marked = redactedFrom(SPECIMEN.replace('chathamHouse: true', 'portions: true'));
    expect(marked.brief.marking).toEqual({ tlp: 'GREEN', portions: true });
  });

  test('the copies of this edition, and no word of others', () => {
    expect(brief.distribution).toEqual([{ copy: 1, role: 'Redactor of the first copy', tlp: 'GREEN' }]);
  });

  test('no comment, no other edition, no file and no hash of the whole brief', () => {
    expect(text).not.toMatch(/#|Nightjar|editions|sha256|supersedes:\n {2}file|partners|audiences/);
    expect(brief.supersedes).toEqual({ edition: 1 });
  });

  test('a name of its own, from which its files are named', () => {
    expect(id).toBe('harbour.public');
    expect(brief).not.toHaveProperty('id');
  });

  test('what is at or below its marking, where the limit is the brief’s own', () => {
    const whole = redactedFrom(SPECIMEN, { maxTlp: 'AMBER', audiences: ['partners'] });
    expect(whole.id).toBe('harbour.amber-partners');
    expect(whole.brief.keyFacts).toHaveLength(3);
    expect(whole.brief.marking).toMatchObject({ tlp: 'AMBER', restrictions: 'Not beyond the third floor' });
    expect(whole.brief.from).toEqual({ unit: 'The quiet desk' });
  });

  test('every field points to where it stands in the whole brief', () => {
    const redacted = redactedFrom(SPECIMEN, { edition: 'partners' });
    const lineOf = (words: string) => SPECIMEN.split('\n').findIndex((line) => line.includes(words)) + 1;
    expect(redacted.placeOf('keyFacts[1].text').line).toBe(lineOf('Partners were told'));
    expect(redacted.placeOf('summary').line).toBe(lineOf('Told beforehand. }'));
    expect(redacted.placeOf('sources[0].title').line).toBe(lineOf('Report on the visit'));
  });
});

test('what the edition before said is withheld as well, where this one does not say it', () => {
  const before = SPECIMEN.replace('edition: 2', 'edition: 1').replace('The villa will be sold.', 'The villa may burn.');
  const read = readBrief(SPECIMEN.replace(/^supersedes: .*$/m, 'supersedes: { edition: 1, file: before.yaml }'), {
    file: 'harbour.yaml',
    format: 'yaml',
    readFile: () => ({ ok: true, bytes: new TextEncoder().encode(before.replace(/^supersedes: .*$/m, '')) }),
  });
  if (!read.ok) throw new Error(read.diagnostics.map(({ message }) => message).join());
  const redaction = chooseRedaction(read.value.brief, { edition: 'public' });
  const made = redaction.ok ? redactBrief(read.value, redaction.value) : redaction;
  if (!made.ok) throw new Error('nothing redacted');
  expect(made.value.withheld).toContainEqual({ field: 'supersedes.file', text: 'The villa may burn.' });
  expect(made.value).not.toHaveProperty('superseded');
});

describe('readers', () => {
  const redaction = (limit: Tlp, ...audiences: string[]) => ({ limit, tier: null, audiences });

  test.each<[string, object, Tlp, object, boolean]>([
    ['at the limit', { tlp: 'GREEN' }, 'RED', redaction('GREEN'), true],
    ['above it', { tlp: 'AMBER' }, 'CLEAR', redaction('GREEN'), false],
    ['STRICT is above AMBER', { tlp: 'AMBER+STRICT' }, 'CLEAR', redaction('AMBER'), false],
    ['unmarked: as what it stands in', {}, 'AMBER', redaction('GREEN'), false],
    ['unmarked in GREEN', {}, 'GREEN', redaction('GREEN'), true],
    ['a mark nobody knows', { tlp: 'BLUE' }, 'CLEAR', redaction('RED'), false],
    ['no mark at all', { tlp: null }, 'RED', redaction('GREEN'), false],
    ['for some, shown to anybody', { tlp: 'CLEAR', audiences: ['partners'] }, 'RED', redaction('GREEN'), false],
    ['for some, shown to them', { tlp: 'CLEAR', audiences: ['partners'] }, 'RED', redaction('GREEN', 'partners'), true],
    ['for some, shown to them and others', { audiences: ['a'] }, 'CLEAR', redaction('GREEN', 'a', 'b'), false],
    ['for two, shown to one', { audiences: ['a', 'b'] }, 'CLEAR', redaction('GREEN', 'b'), true],
    ['for nobody', { audiences: [] }, 'CLEAR', redaction('GREEN', 'b'), false],
    ['an unknown kind of audience', { audiences: 'b' }, 'CLEAR', redaction('GREEN', 'b'), false],
    ['for all, shown to an unknown audience', {}, 'CLEAR', redaction('GREEN', 'nobody'), true],
  ])('%s', (_, ...[marks, around, to, shown]) => {
    expect(mayShow(marks, { tlp: around, tier: null }, to as ReturnType<typeof redaction>)).toBe(shown);
  });

  test('no limit that is no limit lets anything through', () => {
    expect(withinLimit('CLEAR', 'BLUE' as Tlp)).toBe(false);
  });

  test('a brief without a marking is taken to be RED', () => {
    const bare = SPECIMEN.replace(/^marking: .*$/m, '');
    expect(redactedFrom(bare).brief.keyFacts).toHaveLength(1);
    expect(problemsOf(bare, { maxTlp: 'AMBER+STRICT' }).filter((each) => each.severity === 'error')).toEqual([]);
    expect(redactedFrom(bare, { maxTlp: 'AMBER+STRICT' }).brief.title).toEqual({ en: 'The harbour', sv: 'Hamnen' });
    const unnamed = bare.replace(/ {4}maxTlp: GREEN\n/, '');
    expect(redactedFrom(unnamed).brief.marking).toEqual({ tlp: 'RED' });
  });
});

describe('fail closed', () => {
  /** Every field of a definition of the schema; `$defs` of the schema bear the names of the records. */
  const definitions = briefSchema.$defs as unknown as Readonly<Record<string, { readonly properties?: object }>>;
  /** Fields that were looked at and are to be in no edition. */
  const WITHHELD: Readonly<Record<string, readonly string[]>> = {
    supersedes: ['file', 'sha256'],
    copy: ['edition', 'clearance', 'groups', 'language', 'email', 'printer'],
    annex: ['file'],
    figure: ['file'],
    source: ['source', 'annote', 'abstract', 'keyword', 'call-number', 'citation-key'],
  };

  test.each(Object.keys(SHOWN_RECORDS))('every field of a %s is shown or withheld on purpose', (name) => {
    const schema = Object.keys(definitions[name]?.properties ?? {}).filter((field) => field !== 'audiences');
    const known = [...Object.keys(SHOWN_RECORDS[name] ?? {}), ...(WITHHELD[name] ?? [])];
    // A field that the schema has got since is withheld: list it in shown-fields.ts, or above.
    expect(known.toSorted()).toEqual(schema.toSorted());
  });

  test('every field of the root is shown or withheld on purpose', () => {
    const known = [...Object.keys({ ...SHOWN_FRAME, ...SHOWN_PROSE, ...SHOWN_ITEMS })];
    const decided = [...known, 'id', 'languages', 'marking', 'editions'];
    expect(decided.toSorted()).toEqual(Object.keys(briefSchema.properties).toSorted());
  });

  test('a field that the schema gets later is in no edition', () => {
    const loaded = loadedFrom(SPECIMEN);
    const later = { newField: 'kestrel one', tlp: 'CLEAR' };
    const [fact, ...facts] = loaded.brief.keyFacts;
    const brief = {
      ...loaded.brief,
      newRoot: 'kestrel two',
      newItems: [later],
      keyFacts: [{ ...fact, newField: 'kestrel three', asOf: later }, ...facts],
      layout: { paper: 'A4', newField: 'kestrel four' },
      sources: loaded.brief.sources.map((source) => ({ ...source, newField: 'kestrel five', note: later })),
    } as unknown as LoadedBrief['brief'];
    const redaction = chooseRedaction(brief, { edition: 'public' });
    if (!redaction.ok) throw new Error('nothing redacted');
    const made = redactBrief({ ...loaded, brief }, redaction.value);
    if (!made.ok) throw new Error(made.diagnostics[0]?.message);
    expect(made.value.text).not.toContain('kestrel');
    expect(made.value.text).toContain('paper: A4');
    expect(made.value.withheld.filter(({ text }) => text.includes('kestrel'))).toHaveLength(11);
  });
});

describe('what cannot be redacted', () => {
  const DOCS = readFileSync(new URL('../../docs/diagnostics.md', import.meta.url), 'utf8');
  const BASE = parse(/```yaml base\n([\s\S]*?)```/.exec(DOCS)?.[1] ?? '') as object;

  test.each([
    'edition-override-missing',
    'edition-refers-to-withheld',
    'edition-sources-withheld',
    'edition-incomplete',
  ])('the example of %s in docs/diagnostics.md makes it happen', (code) => {
    const section = DOCS.split(/^### /m).find((part) => part.startsWith(`\`${code}\``)) ?? '';
    const example = parse(/```yaml\n([\s\S]*?)```/.exec(section)?.[1] ?? '') as object;
    const problems = problemsOf(JSON.stringify({ ...BASE, ...example }), { edition: 'partners' });
    expect(problems.map((each) => each.code)).toContain(code);
    for (const { place, message } of problems) {
      expect(place?.line).toBeGreaterThan(0);
      expect(message).toMatch(/[.]$/);
    }
  });

  test('an edition that there is not, with what was meant', () => {
    expect(problemsOf(SPECIMEN, { edition: 'publik' })).toMatchObject([
      { code: 'edition-unknown', severity: 'error', hints: ['Did you mean `public`?'] },
    ]);
  });

  test('an audience that nothing is for is a warning; one that is no name is an error', () => {
    expect(problemsOf(SPECIMEN, { audiences: ['partnerz'] })).toMatchObject([
      { code: 'edition-unknown', severity: 'warning', hints: ['Did you mean `partners`?'] },
    ]);
    expect(problemsOf(SPECIMEN, { audiences: ['../x'] })).toMatchObject([
      { code: 'edition-unknown', severity: 'error' },
    ]);
  });

  test('every missing override at once, and no field that may simply be left out', () => {
    const text = SPECIMEN.replace(/ {4}overrides:\n {6}title.*\n {6}summary.*\n/, '').replace(
      'keyFacts:',
      'background: { en: B, sv: B }\nanalysis: { en: A, sv: A }\nkeyFacts:',
    );
    const missing = problemsOf(text).filter(({ code }) => code === 'edition-override-missing');
    expect(missing.map(({ field }) => field).toSorted()).toEqual(['analysis', 'background', 'summary', 'title']);
  });

  test.each([
    ['a citation in prose', 'The harbour stays open.', 'The harbour stays open [@cable, p. 2].', 'cable'],
    ['a link', 'The harbour stays open.', 'The harbour [stays](#secret-talks) open.', 'secret-talks'],
    [
      'a link by reference',
      'The *visit* took place.',
      'The [visit] took place.\\n\\n[visit]: #secret-talks',
      'secret-talks',
    ],
    ['a basis', 'basis: [visit]', 'basis: [visit, secret-talks]', 'secret-talks'],
  ])('%s of what is withheld: both are named', (_, before, after, id) => {
    const text = SPECIMEN.replace(before, after.startsWith('basis') ? after : `"${after}"`);
    const [problem] = problemsOf(text).filter(({ severity }) => severity === 'error');
    expect(problem?.code).toBe('edition-refers-to-withheld');
    expect(problem?.message).toContain(`"${id}"`);
  });

  test('a quote whose only source is withheld', () => {
    const text = SPECIMEN.replace(
      'judgements:',
      'quotes: [{ tlp: CLEAR, speaker: X, text: Words, lang: en, source: cable }]\njudgements:',
    );
    expect(problemsOf(text).map(({ code }) => code)).toContain('edition-sources-withheld');
  });

  test('a submission whose request is withheld is an information memo', () => {
    const text = `${SPECIMEN}type: submission\nlayout: { template: submission }\nrequest: { kind: note, recommendation: { en: R, sv: R } }\n`;
    expect(redactedFrom(text).brief).not.toHaveProperty('type');
    expect(redactedFrom(text).brief).not.toHaveProperty('layout');
    const shown = redactedFrom(text.replace('{ kind: note', '{ tlp: GREEN, kind: note'));
    expect(shown.brief).toMatchObject({ type: 'submission', request: { kind: 'note' } });
  });
});

describe('languages', () => {
  test('an edition has the texts in its own languages alone', () => {
    const { brief, text } = redactedFrom(SPECIMEN, { edition: 'partners' });
    expect(brief.languages).toEqual(['en']);
    expect(text).not.toMatch(/Besöket|sv:/);
  });

  test('one without the main language does not take the main language for its own', () => {
    const text = SPECIMEN.replace('id: public\n', 'id: public\n    languages: [sv]\n').replace(
      '{ en: The *visit* took place., sv: Besöket ägde rum. }',
      'The visit took place.',
    );
    expect(problemsOf(text).map(({ code, field }) => [code, field])).toContainEqual([
      'sense-language-missing',
      'keyFacts[0].text',
    ]);
  });
});

describe('the brief of an edition', () => {
  test('is a brief, says what was kept, and hides nothing more of itself', () => {
    const redacted = redactedFrom(SPECIMEN);
    const read = readBrief(redacted.text, {
      file: 'harbour.public.yaml',
      format: 'yaml',
      readFile: () => ({ ok: false, reason: 'missing' }),
    });
    expect(read.diagnostics).toEqual([]);
    expect(read.ok && read.value.brief).toEqual(redacted.brief);
    expect(read.ok && read.value.id).toBe(redacted.id);
  });

  test('is JSON where the whole is', () => {
    const made = chooseRedaction(loadedFrom(SPECIMEN).brief, { edition: 'public' });
    const json = loadedFrom(JSON.stringify(parse(SPECIMEN)), 'harbour.json');
    const redaction = made.ok ? redactBrief(json, made.value) : made;
    expect(redaction.ok && JSON.parse(redaction.value.text)).toEqual(redactedFrom(SPECIMEN).brief);
  });

  test('the texts of annexes stand in it', () => {
    const read = readBrief(`${SPECIMEN}annexes: [{ tlp: GREEN, title: { en: T, sv: T }, file: secret-name.md }]\n`, {
      file: 'harbour.yaml',
      format: 'yaml',
      readFile: () => ({ ok: true, bytes: new TextEncoder().encode('# An annex\n') }),
    });
    if (!read.ok) throw new Error(read.diagnostics[0]?.message);
    const redaction = chooseRedaction(read.value.brief, { edition: 'public' });
    const made = redaction.ok ? redactBrief(read.value, redaction.value) : redaction;
    expect(made.ok && made.value.brief.annexes).toEqual([
      { tlp: 'GREEN', title: { en: 'T', sv: 'T' }, body: '# An annex\n' },
    ]);
    expect(made.ok && made.value.text).not.toContain('secret-name');
  });

  test('any text survives being written and read', () => {
    const text = fc
      .string({ unit: 'grapheme', minLength: 1 })
      .filter((each) => /\S/.test(each) && !/[\p{Cs}\p{Co}\uFFFE\uFFFF]|(?![\t\n])\p{Cc}/u.test(each));
    fc.assert(
      fc.property(text, text, fc.constantFrom('yaml', 'json'), (title, summary, format) => {
        const brief = { ...(parse(SPECIMEN) as object), title, summary };
        const read = readWritten(writeBrief(brief, format as 'yaml'), 'x', format as 'yaml');
        expect(read.ok && read.value).toMatchObject({ title, summary });
      }),
      { numRuns: 300 },
    );
  });
});
