import { describe, expect, it } from 'vitest';
import { editionShape } from '../../../src/edition/edition.js';
import type { Shape } from '../../../src/edition/shape.js';
import { loadPack } from '../../../src/memo/pack.js';
import { BLOCK_HELPERS } from '../../../src/memo/template/signatures.js';
import { ownPack, placed } from '../packs.js';

function problems(print: string, more: Readonly<Record<string, string>> = {}) {
  return ownPack(print, more).diagnostics;
}
const first = (print: string, more = {}) =>
  problems(print, more).map((each) => `${placed(each)} ${each.message} ${each.hints.join(' ')}`)[0];

describe('a template that names an unknown field', () => {
  it.each([
    ['{{titel}}', 1, 3, 'title'],
    ['x\n\n  {{ refrence }}', 3, 6, 'reference'],
    ['{{#if refrence}}x{{/if}}', 1, 7, 'reference'],
    ['{{#if subtitle}}{{else}}{{sumary}}{{/if}}', 1, 27, 'summary'],
    ['{{#unless title}}{{sumary}}{{/unless}}', 1, 20, 'summary'],
    ['{{#each keyFacts}}{{txt}}{{/each}}', 1, 21, 'text'],
    ['{{#each keyFacts}}{{#if x}}{{/if}}{{/each}}', 1, 25, 'id'],
    ['{{#each keyFacts}}{{../titel}}{{/each}}', 1, 21, 'title'],
    ['{{#each keyFacts as |fact|}}{{fact.txt}}{{/each}}', 1, 31, 'text'],
    ['{{#with from}}{{nam}}{{/with}}', 1, 17, 'name'],
    ['{{from.nam}}', 1, 3, 'name'],
    ['{{@root.titel}}', 1, 3, 'title'],
    ['{{@indx}}', 1, 3, '@root'],
    ['{{../title}}', 1, 3, 'no level above'],
    ['{{#each quotes}}{{stakeholder.nme}}{{/each}}', 1, 19, 'name'],
    ['{{date asof}}', 1, 8, 'asOf'],
    ['{{label "by" date=(date asof)}}', 1, 25, 'asOf'],
    ['{{#if (any keyFacts "staus")}}{{/if}}', 1, 21, 'status'],
    ['{{keyFacts.0.txt}}', 1, 3, 'text'],
    ['{{constructor}}', 1, 3, 'There is'],
    ['{{__proto__}}', 1, 3, 'There is'],
  ])('%s', (template, line, column, meant) => {
    expect(first(template)).toContain(`mine/print.md.hbs:${line}:${column} template-unknown-field`);
    expect(first(template)).toContain(meant);
  });

  it('finds it in a partial, through the context and the names it is given', () => {
    const partials = { 'partials/row.md.hbs': '{{text}}\n{{#each points}}{{txt}}{{/each}}' };
    expect(problems('{{#each keyFacts}}{{> row points=../toRaise}}{{/each}}', partials).map(placed)).toEqual([
      'mine/partials/row.md.hbs:2:19 template-unknown-field',
    ]);
    expect(
      problems('{{> row keyFacts.[0] points=toRaise}}', { 'partials/row.md.hbs': '{{title}}' }).map(placed),
    ).toEqual(['mine/partials/row.md.hbs:1:3 template-unknown-field']);
  });

  it('reports all of them at once, in both templates', () => {
    const outcome = ownPack('{{a1}}\n{{b1}}', {}, '{{c1}}');
    expect(outcome.diagnostics.map(placed)).toEqual([
      'mine/print.md.hbs:1:3 template-unknown-field',
      'mine/print.md.hbs:2:3 template-unknown-field',
      'mine/memo.md.hbs:1:3 template-unknown-field',
    ]);
  });

  it('accepts every field there is', () => {
    const fields = Object.entries(editionShape.fields);
    expect(problems(fields.map(([name]) => `{{#if ${name}}}x{{/if}}`).join('\n'))).toEqual([]);
    expect(
      problems(
        fields
          .filter(([, shape]) => !['list', 'record'].includes(shape.kind))
          .map(([name]) => `{{${name}}}`)
          .join('\n'),
      ),
    ).toEqual([]);
  });

  it('accepts scopes, data and block parameters', () => {
    const template =
      '{{#each keyFacts as |fact i|}}{{@index}}{{#if @first}}{{i}}{{/if}}{{fact.text}}{{text}}{{../title}}{{@root.title}}' +
      '{{#with ../from as |who|}}{{who.name}}{{name}}{{../text}}{{../../title}}{{/with}}{{#each sources}}{{this}}{{/each}}{{/each}}' +
      '{{keyFacts.length}}{{keyFacts.[0].text}}{{this.title}}{{./title}}';
    expect(problems(template)).toEqual([]);
  });
});

describe('a template that names another unknown thing', () => {
  it.each([
    ['{{shout title}}', 'template-unknown-field', 'helper `shout`'],
    ['{{uper title}}', 'template-unknown-field', '`upper`'],
    ['{{lookup this "title"}}', 'template-unknown-field', 'helper `lookup`'],
    ['{{log title}}', 'template-unknown-field', 'helper `log`'],
    ['{{__print title}}', 'template-unknown-field', 'helper `__print`'],
    ['{{#repeat title}}{{/repeat}}', 'template-unknown-field', 'is not a block'],
    ['{{> nothing}}', 'template-unknown-field', 'partial `nothing`'],
    ['{{> mastheed}}', 'template-unknown-field', '`masthead`'],
    ['{{label "bottomLin"}}', 'template-label-missing', '`bottomLine`'],
    ['{{term "postion" type}}', 'template-label-missing', '`position`'],
    ['{{label title}}', 'template-syntax', 'has to be a string'],
    ['{{label "asOf"}}', 'template-syntax', 'asks for `date`'],
    ['{{label "asOf" date=(date asOf) x=1}}', 'template-syntax', 'does not ask for `x`'],
    ['{{date title}}', 'template-syntax', 'wants its date to be date'],
    ['{{date asOf asOf}}', 'template-syntax', 'takes 1 argument'],
    ['{{party keyFacts}}', 'template-syntax', 'a party'],
    ['{{from}}', 'template-syntax', 'cannot be printed'],
    ['{{to}}', 'template-syntax', 'cannot be printed'],
    ['{{#each title}}{{/each}}', 'template-syntax', 'goes through lists'],
    [':::calout\nx\n:::', 'template-unknown-field', '`callout`'],
    ['a\n\n:::table{witdhs="1"}\nx\n:::', 'template-unknown-field', '`widths`'],
    ['{{#*inline "a"}}x{{/inline}}', 'template-syntax', 'no inline'],
    ['{{#> masthead}}x{{/masthead}}', 'template-syntax', 'no inline'],
  ])('%s', (template, code, words) => {
    expect(problems(template).map((each) => each.code)).toContain(code);
    expect(
      problems(template)
        .map((each) => `${each.message} ${each.hints.join(' ')}`)
        .join('\n'),
    ).toContain(words);
  });

  it('finds a misspelt directive on its own line and column', () => {
    expect(problems('{{title}}\n\n::::colums\n:::column\n{{summary}}\n:::\n::::').map(placed)).toEqual([
      'mine/print.md.hbs:3:5 template-unknown-field',
    ]);
  });

  it('finds a partial that calls itself', () => {
    const circle = { 'partials/a.md.hbs': '{{> b}}', 'partials/b.md.hbs': '{{> a}}' };
    expect(problems('{{> a}}', circle).map(placed)).toEqual(['mine/partials/b.md.hbs:1:1 template-syntax']);
  });
});

describe('a syntax error', () => {
  it.each([
    ['x\n{{#if title}}\ny', 3, 2],
    ['x\n  {{title', 2, 5],
    ['{{#if title}}x{{/each}}', 1, 4],
    ['a\n\n{{ title | upper }}', 3, 10],
    ['{{{title}}', 1, 9],
  ])('%j has its line and column', (template, line, column) => {
    expect(problems(template).map(placed)).toEqual([`mine/print.md.hbs:${line}:${column} template-syntax`]);
  });
});

describe('pack.yaml', () => {
  it.each([
    ['# mine\ntitel: x', '2:1', '`pack.yaml` has no field `titel`. Did you mean `title`?'],
    [
      'types: []\nrequires:\n  - meeting\n  - meting',
      '4:5',
      'requires `meting`, which no brief has. Did you mean `meeting`?',
    ],
    ['title: x\ntypes: x', '2:8', '`types` should be a list of types of briefs, but here is "x".'],
    ['a: [', '1:4', 'is not closed'],
  ])('%j', (manifest, place, words) => {
    const found = problems('x', { 'pack.yaml': manifest }).find((each) => each.place?.file === 'mine/pack.yaml');
    expect(found).toMatchObject({ code: 'template-syntax', severity: 'error' });
    expect(`${found?.place?.line}:${found?.place?.column}`).toBe(place);
    expect([found?.message, ...(found?.hints ?? [])].join(' ')).toContain(words);
  });

  it('is not needed, but both templates are', () => {
    expect(ownPack('x').ok).toBe(true);
    const alone = loadPack({ pack: new Map([['print.md.hbs', 'x']]), shared: new Map(), folder: 'mine' }, 'mine');
    expect(alone.diagnostics.map(placed)).toEqual(['mine/memo.md.hbs:1:1 template-not-found']);
  });
});

describe('label files', () => {
  it.each([
    ['labels: [', 1, ''],
    ['labels:\n  a: b\nterm: {}', 3, 'has no field `term`. Did you mean `terms`?'],
    ['labels:\n  a: b\n  c: 1', 3, '`labels.c` should be text; quote'],
    ['terms:\n  months:\n    1: January\n    2: false', 4, '`terms.months.2` should be text'],
    ['# mine\n- a', 2, 'A label file should be a map of fields: labels, terms'],
  ])('%j', (source, line, words) => {
    const [found] = problems('x', { 'labels/xx.yaml': source });
    expect(found).toMatchObject({ code: 'template-syntax', place: { file: 'mine/labels/xx.yaml', line } });
    expect([found?.message, ...(found?.hints ?? [])].join(' ')).toContain(words);
  });
});

describe('a key of a label file that nothing uses', () => {
  it.each([
    ['labels:\n  to: Till\n  souces: Källor', 3, '`labels.souces`. Did you mean `sources`?'],
    ['terms:\n  statsu: { draft: x }', 2, '`terms.statsu`. Did you mean `status`?'],
    ['terms:\n  status:\n    draft: utkast\n    isued: utgiven', 4, '`terms.status.isued`. Did you mean `issued`?'],
    ['labels:\n  zebra: Sebra', 2, '`labels.zebra`. Delete it, or print it in a template.'],
  ])('%j', (source, line, words) => {
    const found = problems('x', { 'labels/sv.yaml': source });
    expect(found).toMatchObject([
      { code: 'template-label-unused', severity: 'warning', place: { file: 'mine/labels/sv.yaml', line } },
    ]);
    expect([found[0]?.message.replace(/^.* uses /, ''), ...(found[0]?.hints ?? [])].join(' ')).toBe(words);
  });

  it('is not one that a template of the pack prints', () => {
    const own = 'labels: { lessons: Lessons }\nterms: { urgency: { high: soon } }';
    const print = '{{label "lessons"}} {{term "urgency" status}}';
    expect(problems(print, { 'labels/en.yaml': own, 'labels/sv.yaml': own })).toEqual([]);
  });
});

it('no field of the edition needs a helper or block of the same name to be written otherwise', () => {
  const names = new Set<string>();
  const collect = (shape: Shape): void => {
    if (shape.kind === 'list') collect(shape.of);
    if (shape.kind !== 'record') return;
    for (const [name, field] of Object.entries(shape.fields)) {
      collect(field);
      names.add(name);
    }
  };
  collect(editionShape);
  expect(BLOCK_HELPERS.filter((name) => names.has(name))).toEqual([]);
});

describe('a template that would print wrong without a word', () => {
  it.each([
    ['x\n\n:::columns\n:::column\ny\n', 3],
    [':::table{widths="a b"}\n| A | B |\n|---|---|\n| c | d |\n:::', 1],
    ['x\n\n[x](javascript:y)', 3],
  ])('%j', (print, line) => {
    expect(problems(print).map(({ code, place }) => [code, place?.line])).toContainEqual(['template-syntax', line]);
  });

  it('knows the branches of an else', () => {
    expect(problems('{{#if to}}\n:::keep\n{{else}}\n:::small\n{{/if}}\nx\n:::\n')).toEqual([]);
  });
});
