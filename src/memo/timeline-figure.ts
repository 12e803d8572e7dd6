/** The course of events on an axis: with words at its points, or with the numbers of the list below it. */
import type { Timeline } from '../document/figures.js';
import type { Block, CitationItem, Figure, Inline, List } from '../document/tree.js';
import { plainText, walkTree } from '../document/walk.js';
import type { Edition } from '../edition/edition.js';
import type { TimelineEntry } from '../edition/item-shapes.js';
import type { CalendarDate, InlineText } from '../edition/text.js';
import { citationOf, wordsOf } from './helpers.js';
import { highestMark, markNodes, portionMarks } from './tree/portions.js';
import { withCapital } from './words/casing.js';
import { dateRange, monthNames, shortDate } from './words/dates.js';
import type { Labels } from './words/labels.js';
import { asSentence } from './words/sentence.js';
import { spokenNodes } from './words/spoken.js';

/** Fewer events are said sooner than drawn. */
const FEWEST_EVENTS = 3;
/** With more events than this no words have room at their points. */
const MOST_NAMED = 12;
/** With more events the line would be a thicket. */
const MOST_EVENTS = 40;

/**
 * What stands in the place of `:::timeline`, which holds the events as a list: where their words have room, a figure that
 * says it all; else a figure with numbers over the list; else the list.
 */
export function timelineBlocks(children: readonly Block[], edition: Edition, labels: Labels): readonly Block[] {
  const { timeline: entries } = edition;
  if (entries.length < FEWEST_EVENTS || entries.length > MOST_EVENTS) return children;
  const listed = numbered(children, entries.length);
  const inList = listed === null ? children : [figureOf('numbers', edition, labels, []), ...listed];
  const isNamed = entries.length <= MOST_NAMED && !entries.some(({ event }) => isMore(event));
  return isNamed ? [figureOf('words', edition, labels, inList)] : inList;
}

/** The list with a number for each event; null where the template has made something else of it. */
function numbered(children: readonly Block[], count: number): Block[] | null {
  const [list, ...more] = children.filter((child): child is List => child.type === 'list');
  if (list === undefined || more.length > 0 || list.children.length !== count) return null;
  return children.map((child) => (child === list ? { ...list, ordered: true, start: 1 } : child));
}

function figureOf(
  form: Timeline['form'],
  { timeline: entries, asOf, portions }: Edition,
  labels: Labels,
  children: readonly Block[],
): Figure {
  const marks = portionMarks(portions);
  const events = entries.map((entry) => ({
    ...placed(entry, asOf),
    date: datesOf(entry, labels),
    text: `${plainText(markNodes(highestMark(marks, [entry.event.path])))}${changeWord(entry, labels)}${wordsOf(entry.event)}`,
  }));
  const [first, last] = [events[0]?.date ?? '', events.at(-1)?.date ?? ''];
  // The list below says the rest.
  const said = form === 'numbers' ? [`${first} – ${last}`] : events.map(({ date, text }) => `${date}: ${text}`);
  return {
    type: 'figure',
    origin: 'timeline',
    figure: { kind: 'timeline', form, months: monthNames(labels.wordLanguage), events },
    alt: [labels.label('timeline'), ...said].map(asSentence).join(' '),
    caption: form === 'numbers' ? [] : eventSources(entries, labels),
    children,
  };
}

/** `New: `, as the list has it. */
function changeWord({ change }: TimelineEntry, labels: Labels): string {
  if (change === null) return '';
  const { text, lang } = labels.termWords('change', change);
  return `${withCapital(text, lang)}: `;
}

/** A link or a note in an event's words could not be followed in a drawing. */
function isMore({ nodes }: InlineText): boolean {
  let more = false;
  walkTree(nodes, ({ type }) => {
    more ||= type === 'link' || type === 'footnoteReference' || type === 'image';
  });
  return more;
}

type Place = Pick<Timeline['events'][number], 'from' | 'to' | 'within' | 'isVague'>;

/** What lasted goes from its first possible day to its last; what happened in a month or year stands at its middle. */
function placed({ from, to, ongoing, circa }: TimelineEntry, asOf: CalendarDate): Place {
  const vague = circa ? { isVague: true } : {};
  if (ongoing || to !== null) {
    return { from: daysOf(from).first, to: ongoing ? daysOf(asOf).last : to && daysOf(to).last, ...vague };
  }
  const { first, middle, last } = daysOf(from);
  return first === last
    ? { from: first, to: null, ...vague }
    : { from: middle, to: null, within: [first, last], isVague: true };
}

function daysOf({ iso, precision }: CalendarDate): {
  readonly first: string;
  readonly middle: string;
  readonly last: string;
} {
  if (precision === 'year') return { first: `${iso}-01-01`, middle: `${iso}-07-01`, last: `${iso}-12-31` };
  if (precision === 'month') {
    const [year = 0, month = 0] = iso.split('-').map(Number);
    // The day before the first of the next month.
    const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
    return { first: `${iso}-01`, middle: `${iso}-15`, last: `${iso}-${last}` };
  }
  const day = iso.replace(/T.*$/, '');
  return { first: day, middle: day, last: day };
}

function datesOf({ from, to, ongoing, circa }: TimelineEntry, labels: Labels): string {
  const exact = dateRange(from, to, labels.wordLanguage);
  const date = circa ? labels.label('circa').replace('{date}', () => exact) : exact;
  return ongoing ? labels.label('since').replace('{date}', () => date) : date;
}

/** A drawing holds no links, so the sources of its events stand under it, by date. */
function eventSources(entries: readonly TimelineEntry[], labels: Labels): Inline[] {
  const cited = entries.flatMap((entry): Inline[][] => {
    const items: CitationItem[] = [...citationOf(entry.sources)];
    walkTree(entry.event.nodes, (node) => {
      if (node.type === 'citation') items.push(...node.items);
    });
    if (items.length === 0) return [];
    const date = { text: shortDate(entry.from, labels.wordLanguage), lang: labels.wordLanguage };
    return [[...spokenNodes(date, labels), { type: 'citation', items }]];
  });
  if (cited.length === 0) return [];
  const between: Inline = { type: 'text', value: ', ' };
  const listed = cited.flatMap((each, index) => (index === 0 ? each : [between, ...each]));
  const { text, lang } = labels.labelWords('eventSources');
  const [before = '', after = ''] = text.split('{list}');
  return [...spokenNodes({ text: before, lang }, labels), ...listed, ...spokenNodes({ text: after, lang }, labels)];
}
