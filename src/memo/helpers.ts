import { linkAddress } from '../document/address.js';
import type { CitationItem, Inline } from '../document/tree.js';
import { plainText } from '../document/walk.js';
import type { ItemMark, Party, Risk, Section, Stakeholder } from '../edition/item-shapes.js';
import type { Source } from '../edition/source-shape.js';
import type { CalendarDate, EditionText, Likelihood, PlainText, SourceCitation } from '../edition/text.js';
import { areOnMatrix } from './placed-risks.js';
import type { Run } from './template/engine.js';
import type { Phrase, Placeholders, Printable, PrintedSection } from './template/placeholders.js';
import { flattenBlocks } from './tree/flatten.js';
import { capitalised, recased, upperCase } from './words/casing.js';
import { dateRange, longDate, shortDate } from './words/dates.js';
import { dotsPhrase, gaugePhrase, signPhrase } from './words/drawn.js';
import type { Labels, Words } from './words/labels.js';
import { likelihoodWords, percentRange } from './words/likelihood.js';
import { listParts } from './words/lists.js';
import { meetingNodes } from './words/meeting-time.js';
import { itemName, mentioned } from './words/mentioned.js';
import { quotedWords } from './words/quotation.js';
import { referenceNodes } from './words/reference.js';
import { endsSentence } from './words/sentence.js';
import { areForeign, inLanguage, spokenNodes } from './words/spoken.js';

/** Anything a template can hold in its hand. The checker has seen that a helper gets what it takes. */
type Value = unknown;
interface Options {
  readonly hash: Readonly<Record<string, Value>>;
}

/** What helpers print that a template does not hand them. */
interface RunMatter {
  /** What each source is cited by, where that is not its number. */
  readonly keys: ReadonlyMap<string, string>;
  readonly sections: readonly Section[];
}

const NOTHING: RunMatter = { keys: new Map(), sections: [] };

/** The helpers and the print hook for one run of a template, in the language of `labels`. */
export function templateRun(labels: Labels, placeholders: Placeholders, { keys, sections }: RunMatter = NOTHING): Run {
  const { wordLanguage: language } = labels;
  const say = (text: string) => spoken({ text, lang: language }, labels);
  const sectionOf = (id: string) => sections.find((each) => each.id === id);
  const print = (value: Value): string => placeholders.put(printable(value, labels));
  const helpers = {
    label: (key: string, { hash }: Options) => fillLabel(labels.labelWords(key), hash, labels),
    term: (group: string, value: string | null) => value && spoken(labels.termWords(group, value), labels),
    date: (date: CalendarDate | null) => date && say(longDate(date, language)),
    dateShort: (date: CalendarDate | null) => date && say(shortDate(date, language)),
    dateRange: (from: CalendarDate | null, to: CalendarDate | null) => from && say(dateRange(from, to, language)),
    meetingTime: (at: CalendarDate | null, until: CalendarDate | null, timeZone: string | null) =>
      at && phrase(meetingNodes({ at, until, timeZone }, labels)),
    iso: (date: CalendarDate | null) => date?.iso ?? null,
    list: (items: readonly Value[]) => series(items, listParts(items.length, language), labels),
    join: (items: readonly Value[], separator: string) => joined(items, separator, labels),
    sentences: (items: readonly Value[]) => sentences(items, labels),
    section: (id: string) => printedSection(sectionOf(id), labels),
    levelsBesideGrid: (items: readonly Stakeholder[]) => levelsBesideGrid(items),
    risksOnMatrix: (items: readonly Risk[]) => areOnMatrix(items),
    aside: (value: Value) => aside(value, labels),
    party: (party: Party | null) => party && partyPhrase(party, labels),
    likelihood: (value: Likelihood | null) => value && spoken(likelihoodWords(value, labels), labels),
    likelihoodTerm: (value: Likelihood | null) => value && spoken(labels.termWords('likelihood', value.term), labels),
    percentRange: (value: Likelihood | null) => value && percentRange(value, labels),
    sign: (position: string | null) => signPhrase(position),
    dots: (level: string | null, words: Value) => dotsPhrase(level, nodesOf(words, labels)),
    gauge: (value: Likelihood | null, level: string | null) => gaugePhrase(value, level),
    cite: (sources: readonly SourceCitation[] | SourceCitation | null) => sources && citationPhrase(sources),
    reference: (source: Source) =>
      phrase([...keyNodes(keys.get(source.id)), ...referenceNodes(source, labels, { full: true })]),
    language: (tag: string | null) => tag && say(languageName(tag, language)),
    quoted: (value: Value) => quoted(value, labels),
    mark: (change: string | null, list: string, number: number) =>
      change && markPhrase(changeWord(change, labels), itemName(number, list)),
    upper: (value: Value) => phrase(recased(nodesOf(value, labels), labels.language, upperCase)),
    capital: (value: Value) => capital(value, labels),
    ...conditions,
  };
  return { helpers: withFieldFallback(helpers), print };
}

const conditions = {
  count: (items: readonly Value[]) => items.length,
  eq: (a: Value, b: Value) => a === b,
  ne: (a: Value, b: Value) => a !== b,
  not: (value: Value) => !isThere(value),
  and: (...values: Value[]) => values.slice(0, -1).every(isThere),
  or: (...values: Value[]) => values.slice(0, -1).some(isThere),
  any: (items: readonly Readonly<Record<string, Value>>[], field: string) => items.some((item) => isThere(item[field])),
};

/** As `{{#if}}` sees it: an empty list is not there, and neither are null, false and ''. */
function isThere(value: Value): boolean {
  return Array.isArray(value) ? value.length > 0 : Boolean(value);
}

type Helper = (this: unknown, ...args: never[]) => unknown;

/** A name alone is always the field, also where a helper bears the same name: `{{reference}}` is the file number. */
function withFieldFallback(helpers: Readonly<Record<string, Helper>>): Run['helpers'] {
  const wrap = (name: string, helper: Helper): Helper =>
    function (this: unknown, ...args: never[]) {
      if (args.length > 1) return helper.apply(this, args);
      const context = this as Readonly<Record<string, unknown>> | null;
      return context !== null && Object.hasOwn(context, name) ? context[name] : undefined;
    };
  return Object.fromEntries(Object.entries(helpers).map(([name, helper]) => [name, wrap(name, helper)]));
}

/** What a value prints as; undefined for what is empty. */
function printable(value: Value, labels: Labels): Printable | undefined {
  if (value === null || value === undefined) return undefined;
  if (typeof value !== 'object') return String(value);
  if (Array.isArray(value)) return series(value, listParts(value.length, labels.wordLanguage), labels);
  const tagged = value as EditionText | Phrase | PrintedSection | CalendarDate | Likelihood | SourceCitation | Party;
  switch (tagged.kind) {
    case 'date':
      return spoken({ text: longDate(tagged, labels.wordLanguage), lang: labels.wordLanguage }, labels);
    case 'likelihood':
      return spoken(likelihoodWords(tagged, labels), labels);
    case 'citation':
      return citationPhrase(tagged) ?? undefined;
    case 'party':
      return partyPhrase(tagged, labels);
    default:
      return tagged;
  }
}

function phrase(nodes: readonly Inline[]): Phrase {
  return { kind: 'phrase', nodes };
}

/** Words of the program: with their language where that is not the document's. */
function spoken(words: Words, labels: Labels): string | Phrase {
  return areForeign(words, labels) ? phrase(spokenNodes(words, labels)) : words.text;
}

/** The nodes of a value within a line. */
function nodesOf(value: Value, labels: Labels): readonly Inline[] {
  const shown = printable(value, labels);
  if (shown === undefined) return [];
  if (typeof shown === 'string') return [{ type: 'text', value: shown }];
  switch (shown.kind) {
    case 'phrase':
    case 'inline':
      return shown.nodes;
    case 'plain':
      return [{ type: 'text', value: shown.text, origin: shown.path }];
    case 'block':
      return flattenBlocks(shown.nodes);
    case 'section':
      return flattenBlocks(shown.body.nodes);
  }
}

/** `As of {date}` with its values put in. */
function fillLabel(words: Words, values: Readonly<Record<string, Value>>, labels: Labels): Phrase {
  const own = areForeign(words, labels);
  const nodes = words.text.split(/\{(\w+)\}/).flatMap((part, i): readonly Inline[] => {
    // The value is in the language of the document, or says which it is in.
    const lang = { lang: labels.language, isLabel: true } as const;
    if (i % 2 === 1 && own) return [{ type: 'span', ...lang, children: nodesOf(values[part], labels) }];
    if (i % 2 === 1) return nodesOf(values[part], labels);
    return part === '' ? [] : [{ type: 'text', value: part }];
  });
  return phrase(inLanguage(nodes, words, labels));
}

function series(items: readonly Value[], pattern: readonly (number | string)[], labels: Labels): Phrase {
  const and = (text: string) => spokenNodes({ text, lang: labels.wordLanguage }, labels);
  return phrase(
    pattern.flatMap((part): readonly Inline[] =>
      typeof part === 'number' ? nodesOf(mentioned(items[part], labels), labels) : and(part),
    ),
  );
}

/** After an item that is a sentence of its own a blank is enough: `A filing. A statement.`, not `A filing.; A statement.` */
function joined(items: readonly Value[], separator: string, labels: Labels): Phrase {
  const isSentence = (item: Value) => endsSentence(plainText(nodesOf(mentioned(item, labels), labels)));
  const pattern = items.flatMap((_, i) => (i === 0 ? [i] : [isSentence(items[i - 1]) ? ' ' : separator, i]));
  return series(items, pattern, labels);
}

/** `a filing`, `A statement.` → `A filing. A statement.` */
function sentences(items: readonly Value[], labels: Labels): Phrase {
  const nodes = items.flatMap((item, i): Inline[] => {
    const { nodes: words } = capital(mentioned(item, labels), labels);
    const end = endsSentence(plainText(words)) ? [] : [{ type: 'text', value: labels.label('stop') } as const];
    return [...(i === 0 ? [] : [{ type: 'text', value: ' ' } as const]), ...words, ...end];
  });
  return phrase(nodes);
}

/** The fewest stakeholders that make a grid: two are said sooner than drawn. */
export const FEWEST_ON_GRID = 8;

/** Whether influence and interest have to be said beside a grid: there is none, or it lacks one who has but one of them. */
function levelsBesideGrid(stakeholders: readonly Stakeholder[]): boolean {
  const some = stakeholders.filter(({ influence, interest }) => influence !== null || interest !== null);
  const placed = some.filter(({ influence, interest }) => influence !== null && interest !== null);
  return some.length > placed.length || (placed.length > 0 && placed.length < FEWEST_ON_GRID);
}

/** A quiet line under the words before it in print, within brackets in the memo. */
function aside(value: Value, labels: Labels): Phrase | null {
  const children = nodesOf(value, labels);
  return children.length === 0 ? null : phrase([{ type: 'span', role: 'muted', children }]);
}

/** A section with the mark of what has become of it. */
export function printedSection(section: Section | undefined, labels: Labels): PrintedSection | null {
  if (section === undefined) return null;
  const { change, number, title, body } = section;
  const mark = changeNodes(change, itemName(number, 'sections'), labels);
  return { kind: 'section', id: section.id, title: [...mark, ...title.nodes], body };
}

/** The word that says how an item has changed; nothing where it has not. */
export function changeNodes(change: ItemMark | null, id: string, labels: Labels): readonly Inline[] {
  return change === null ? [] : markPhrase(changeWord(change, labels), id).nodes;
}

function changeWord(change: string, labels: Labels): Phrase {
  return capital(spoken(labels.termWords('change', change), labels), labels);
}

/** The word that marks what is new or changed; links to `#id` lead to it. */
function markPhrase(word: Phrase, id: string): Phrase {
  return phrase([
    { type: 'span', role: 'change', id, children: word.nodes },
    { type: 'text', value: ' ' },
  ]);
}

/** `Permanent Secretary, Ministry of Foreign Affairs` */
function partyPhrase({ name, role, unit, organisation, email }: Party, labels: Labels): Phrase {
  const shown = [name, role, unit, organisation].filter((part) => part !== null);
  if (shown.length === 0 && email !== null) return phrase([mailNode(email)]);
  return series(
    shown,
    shown.flatMap((_, i) => (i === 0 ? [i] : [', ', i])),
    labels,
  );
}

function mailNode({ text, path }: PlainText): Inline {
  const address: Inline = { type: 'text', value: text, origin: path };
  const url = linkAddress(`mailto:${text}`);
  return url === null ? address : { type: 'link', url, title: null, children: [address] };
}

function citationPhrase(cited: readonly SourceCitation[] | SourceCitation): Phrase | null {
  const list = Array.isArray(cited) ? (cited as readonly SourceCitation[]) : [cited as SourceCitation];
  return list.length === 0 ? null : phrase([{ type: 'citation', items: citationOf(list) }]);
}

export function citationOf(cited: readonly SourceCitation[]): CitationItem[] {
  return cited.map(({ id, number, locator }) => {
    const item = { source: id, number };
    return locator === null ? { ...item, locator } : { ...item, locator: locator.text, origin: locator.path };
  });
}

/** What a source is cited by, where that is not its number. */
function keyNodes(key: string | undefined): Inline[] {
  return key === undefined
    ? []
    : [
        { type: 'strong', children: [{ type: 'text', value: key }] },
        { type: 'text', value: ': ' },
      ];
}

function languageName(tag: string, language: string): string {
  return new Intl.DisplayNames(language, { type: 'language' }).of(tag) ?? tag;
}

function quoted(value: Value, labels: Labels): Printable | undefined {
  const shown = printable(value, labels);
  if (shown === undefined) return undefined;
  if (typeof shown === 'string') return quotedWords(shown, labels.language);
  // A text of the brief keeps its language and its place; only its words get marks.
  if (shown.kind === 'plain') return { ...shown, text: quotedWords(shown.text.trim(), shown.lang) };
  const [open = '', close = ''] = quotedWords('\u0000', labels.language).split('\u0000');
  return phrase([{ type: 'text', value: open }, ...nodesOf(shown, labels), { type: 'text', value: close }]);
}

function capital(value: Value, labels: Labels): Phrase {
  return phrase(capitalised(nodesOf(value, labels), labels.language));
}

/** The words of a text, for where no nodes fit: metadata, running titles. */
export function wordsOf(text: EditionText): string {
  const words =
    text.kind === 'plain' ? text.text : text.kind === 'inline' ? plainText(text.nodes) : plainText(text.nodes);
  return words.replace(/\s+/g, ' ').trim();
}
