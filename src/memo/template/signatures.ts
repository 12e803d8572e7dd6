import type { Shape } from '../../edition/shape.js';

/** What a helper takes and gives, for the checker of templates and the table in docs/templates.md. */
export interface Signature {
  readonly takes: readonly Parameter[];
  /** Further arguments of one kind, as in `(and a b c)`. */
  readonly rest?: Parameter;
  /** Named arguments: the values that a label's text asks for, or none. */
  readonly named?: 'label';
  readonly gives: 'text' | 'flag' | 'number';
  readonly about: string;
  readonly example: string;
}

export interface Parameter {
  readonly name: string;
  /** The kinds of value it accepts; `anything` for every kind, `key` and `group` for names of the label files, `section` for an id. */
  readonly accepts: readonly (Shape['kind'] | 'anything' | 'key' | 'group' | 'section' | 'party' | 'source')[];
}

const takes = (name: string, ...accepts: Parameter['accepts']): Parameter => ({ name, accepts });
const anything = takes('value', 'anything');
const printable = takes('text', 'text', 'word', 'number', 'date', 'likelihood');
const someDate = takes('date', 'date');
const someLikelihood = takes('likelihood', 'likelihood');

export const SIGNATURES: Readonly<Record<string, Signature>> = {
  label: {
    takes: [takes('key', 'key')],
    named: 'label',
    gives: 'text',
    about: "words from the label files, in the document's language; named arguments fill the label's `{…}`",
    example: '{{label "asOf" date=(date asOf)}}',
  },
  term: {
    takes: [takes('group', 'group'), takes('value', 'word')],
    gives: 'text',
    about: 'a word of a closed list (a status, a position, …) in the words of the label files',
    example: '{{term "position" position}}',
  },
  date: { takes: [someDate], gives: 'text', about: 'a date in words', example: '{{date asOf}}' },
  dateShort: { takes: [someDate], gives: 'text', about: 'a date for a narrow column', example: '{{dateShort due}}' },
  dateRange: {
    takes: [someDate, someDate],
    gives: 'text',
    about: 'two dates as a range, in words; just the first where the second is empty',
    example: '{{dateRange from to}}',
  },
  meetingTime: {
    takes: [someDate, takes('until', 'date'), takes('timeZone', 'word')],
    gives: 'text',
    about:
      'when a meeting is, with its weekday: beginning and end by the clocks of its time zone, and by the clock of the brief where that is another',
    example: '{{meetingTime at until timeZone}}',
  },
  iso: {
    takes: [someDate],
    gives: 'text',
    about: 'a date as ISO 8601 has it, for the front matter of the memo',
    example: '{{iso asOf}}',
  },
  list: {
    takes: [takes('items', 'list')],
    gives: 'text',
    about: 'items in a row with commas and "and", as the language has it; facts by number, stakeholders by name',
    example: '{{list to}}',
  },
  join: {
    takes: [takes('items', 'list'), takes('separator', 'word')],
    gives: 'text',
    about: 'items in a row with a separator of your own; after an item that is a sentence a blank is enough',
    example: '{{join indicators "; "}}',
  },
  sentences: {
    takes: [takes('items', 'list')],
    gives: 'text',
    about: 'items in a row, each as a sentence of its own',
    example: '{{sentences indicators}}',
  },
  section: {
    takes: [takes('id', 'section')],
    gives: 'text',
    about: "a section of the brief's own by its id, heading and text; on a line by itself",
    example: '{{section "finance"}}',
  },
  levelsBesideGrid: {
    takes: [takes('stakeholders', 'list')],
    gives: 'flag',
    about: 'influence or interest of somebody would be missing if the grid alone stood for them',
    example: '{{#if (levelsBesideGrid stakeholders)}}',
  },
  risksOnMatrix: {
    takes: [takes('risks', 'list')],
    gives: 'flag',
    about: 'enough risks have likelihood and impact to be drawn by their numbers',
    example: '{{#if (risksOnMatrix risks)}}',
  },
  aside: {
    takes: [printable],
    gives: 'text',
    about: 'a quiet line under the words before it; within brackets in the memo',
    example: '{{name}}{{aside (term "stakeholder" kind)}}',
  },
  party: {
    takes: [takes('party', 'party')],
    gives: 'text',
    about: 'name, role, unit and organisation, as far as they are given',
    example: '{{party from}}',
  },
  likelihood: {
    takes: [someLikelihood],
    gives: 'text',
    about: 'a likelihood in words with its range: likely (55–75%)',
    example: '{{likelihood likelihood}}',
  },
  likelihoodTerm: {
    takes: [someLikelihood],
    gives: 'text',
    about: 'the words alone: likely',
    example: '{{likelihoodTerm this}}',
  },
  percentRange: {
    takes: [someLikelihood],
    gives: 'text',
    about: 'the range alone: 55–75%',
    example: '{{percentRange this}}',
  },
  sign: {
    takes: [takes('position', 'word')],
    gives: 'text',
    about: 'the sign of a position, before its word: a triangle, a square, …; nothing in the memo',
    example: '{{sign position}}{{term "position" position}}',
  },
  dots: {
    takes: [takes('level', 'word'), printable],
    gives: 'text',
    about: 'the word of a level with one, two or three dots before it; the word alone in the memo',
    example: '{{dots influence (term "influence" influence)}}',
  },
  gauge: {
    takes: [someLikelihood, takes('confidence', 'word')],
    gives: 'text',
    about:
      'a bar from 0 to 100 per cent and dots, under the words that say the same, also in a table; nothing in the memo',
    example: '{{likelihood likelihood}}{{gauge likelihood confidence}}',
  },
  cite: {
    takes: [takes('sources', 'list', 'citation')],
    gives: 'text',
    about: 'the citation marks of an item: numbers in print, footnotes in the memo',
    example: '{{text}}{{cite sources}}',
  },
  reference: {
    takes: [takes('source', 'source')],
    gives: 'text',
    about: 'a source written out: authors, title, where it is in, publisher, date, address, when it was read',
    example: '{{reference this}}',
  },
  language: {
    takes: [takes('tag', 'word')],
    gives: 'text',
    about: "a language's name in the document's language",
    example: '{{language language}}',
  },
  quoted: {
    takes: [printable],
    gives: 'text',
    about: "within the quotation marks of the text's own language; the words stay as they are",
    example: '{{quoted text}}',
  },
  mark: {
    takes: [takes('change', 'word'), takes('list', 'word'), takes('number', 'number')],
    gives: 'text',
    about: 'the mark of an item that is new or has changed: beside the text in print, a word before it in the memo',
    example: '{{mark change "keyFacts" number}}{{text}}',
  },
  upper: { takes: [printable], gives: 'text', about: 'in capitals', example: '{{upper (term "type" type)}}' },
  capital: {
    takes: [printable],
    gives: 'text',
    about: 'with a capital first letter',
    example: '{{capital (likelihood likelihood)}}',
  },
  count: { takes: [takes('items', 'list')], gives: 'number', about: 'how many', example: '{{count keyFacts}}' },
  eq: { takes: [anything, anything], gives: 'flag', about: 'the same', example: '{{#if (eq status "draft")}}' },
  ne: { takes: [anything, anything], gives: 'flag', about: 'not the same', example: '{{#if (ne status "open")}}' },
  not: { takes: [anything], gives: 'flag', about: 'empty, or no', example: '{{#if (not foreign)}}' },
  and: {
    takes: [anything, anything],
    rest: anything,
    gives: 'flag',
    about: 'all are there',
    example: '{{#if (and from to)}}',
  },
  or: {
    takes: [anything, anything],
    rest: anything,
    gives: 'flag',
    about: 'one at least is there',
    example: '{{#if (or owner due)}}',
  },
  any: {
    takes: [takes('items', 'list'), takes('field', 'word')],
    gives: 'flag',
    about: 'an item of the list has this field: for a column that is printed only if something stands in it',
    example: '{{#if (any stakeholders "ask")}}',
  },
};

/** What Handlebars itself understands and a template may use. */
export const BLOCK_HELPERS = ['if', 'unless', 'each', 'with'] as const;
