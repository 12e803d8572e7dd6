import type * as B from '../brief/brief.js';
import {
  block,
  citation,
  date,
  flag,
  inline,
  likelihood,
  list,
  number,
  optional,
  plain,
  record,
  tagged,
  type ValueOf,
  word,
} from './shape.js';

/** The shapes of the items that the lists of an edition hold, and their types. */

type Given<T> = NonNullable<T>;
/** What has become of an item since the edition before. */
export type ItemMark = 'new' | 'changed' | 'answered';

const item = {
  number: number('its place in the list, from 1'),
  id: optional(word("the item's id in the brief")),
  change: optional(
    word<ItemMark>('since the edition before: `new`, `changed`, `answered`, or empty; as a mark: `{{mark change}}`'),
  ),
};
const sources = list('what it rests on, for `{{cite sources}}`', citation('a source and the place in it'));
const level = (of: string, group: string) =>
  word<Given<B.Risk['impact']>>(`${of}: \`low\`, \`medium\`, \`high\`; in words: \`{{term "${group}" ${group}}}\``);
const confidence = optional(
  word<Given<B.Judgement['confidence']>>('`low`, `moderate`, `high`; in words: `{{term "confidence" confidence}}`'),
);
const lines = (about: string) => list(about, inline('one of them'));

/** Someone who writes, reads or attends. At least one of the fields is given. */
export const party = (about: string) =>
  tagged(
    'party',
    record('party', about, {
      name: optional(plain('the name')),
      role: optional(plain('the role')),
      unit: optional(plain('the unit')),
      organisation: optional(plain('the organisation')),
      email: optional(plain('the e-mail address')),
    }),
  );
export type Party = ValueOf<ReturnType<typeof party>>;

export const clearance = record('clearance', 'a clearance', {
  ...item,
  by: plain('who clears'),
  outcome: word('`pending`, `concur`, …; in words: `{{term "clearance" outcome}}`'),
  date: optional(date('when')),
  comment: optional(inline('what they said')),
});
export type Clearance = ValueOf<typeof clearance>;

const option = record('option', 'an option', {
  ...item,
  label: inline('the option'),
  pros: lines('what speaks for it'),
  cons: lines('what speaks against it'),
  recommended: flag('this is what the author recommends'),
});
export type Option = ValueOf<typeof option>;

export const request = record('request', 'what the reader is asked to do', {
  kind: word('`decide`, `agree`, `note`, `discuss`; in words: `{{term "request" request.kind}}`'),
  deadline: optional(date('by when')),
  timingReason: optional(inline('why by then')),
  recommendation: optional(inline('what the author recommends')),
  options: list('what there is to choose from', option),
});
export type Request = ValueOf<typeof request>;

const side = record('side', 'those who attend for one side', {
  name: optional(plain('the side; empty for those who are given none')),
  attendees: list('who attends for it', party('someone who attends')),
});
export type Side = ValueOf<typeof side>;

export const meeting = record('meeting', 'the meeting this is for', {
  at: date('when it begins; `{{meetingTime at until timeZone}}`'),
  until: optional(date('when it ends')),
  timeZone: optional(word('the time zone of the place: `Asia/Ulaanbaatar`')),
  place: optional(plain('where')),
  purpose: inline('what for'),
  objectives: lines('what is to be reached'),
  attendees: list('who attends', party('someone who attends')),
  sides: list('the same by side, those without a side first', side),
  choreography: optional(block('who does what when: paragraphs, lists')),
  media: optional(block('press and photographs: paragraphs, lists')),
});
export type Meeting = ValueOf<typeof meeting>;

export const keyFact = record('fact', 'a fact', {
  ...item,
  text: inline('the fact'),
  status: word<Given<B.KeyFact['status']>>('`established`, `reported`, `disputed`; in words: `{{term "fact" status}}`'),
  asOf: optional(date('when it was so, where that is not the date of the brief')),
  staleAfter: optional(date('after then it is to be checked again')),
  sources,
});
export type KeyFact = ValueOf<typeof keyFact>;

export const judgement = record('judgement', 'a judgement', {
  ...item,
  text: inline('the judgement'),
  likelihood: optional(likelihood('how likely')),
  confidence,
  basis: list('the facts it rests on', keyFact),
  assumptions: lines('what it assumes'),
  indicators: lines('what would tell'),
  dissent: optional(inline('who sees it otherwise, and why')),
});
export type Judgement = ValueOf<typeof judgement>;

export const stakeholder = record('stakeholder', 'someone with a stake', {
  ...item,
  name: plain('the name'),
  kind: optional(word('`state`, `court`, …; in words: `{{term "stakeholder" kind}}`')),
  role: optional(plain('the role in the matter')),
  position: optional(word('`supports`, `opposes`, …; in words: `{{term "position" position}}`')),
  interests: optional(inline('what they want')),
  influence: optional(level('power over the matter', 'influence')),
  interest: optional(level('interest in the matter', 'interest')),
  ask: optional(inline('what we want of them')),
  sources,
});
export type Stakeholder = ValueOf<typeof stakeholder>;

const translation = record('translation', 'a translation', {
  text: plain('the words'),
  language: word('a BCP 47 tag; in words: `{{language language}}`'),
  by: word('`official`, `own`, `machine`; in words: `{{term "translation" by}}`'),
  translator: optional(plain('who translated')),
});
export type Translation = ValueOf<typeof translation>;

export const quote = record('quote', 'a quote', {
  ...item,
  speaker: plain('who said it'),
  stakeholder: optional(stakeholder),
  role: optional(plain("the speaker's role")),
  date: optional(date('when it was said')),
  venue: optional(plain('where it was said')),
  text: plain('the words as said'),
  language: word('the language of the words, a BCP 47 tag; in words: `{{language language}}`'),
  foreign: flag('said in another language than that of the document'),
  translations: list('translations for the reader of this edition', translation),
  source: citation('where it stands; for `{{cite source}}`'),
  attribution: word('`on-record`, `background`, …; in words: `{{term "attribution" attribution}}`'),
});
export type Quote = ValueOf<typeof quote>;

export const openQuestion = record('question', 'an open question', {
  ...item,
  question: inline('the question'),
  why: optional(inline('why it matters')),
  status: word<Given<B.OpenQuestion['status']>>(
    '`open`, `answered`, `overtaken`; in words: `{{term "question" status}}`',
  ),
  likelihood: optional(likelihood('how likely')),
  confidence,
  assessment: optional(inline('what we think')),
  owner: optional(plain('who follows it')),
  due: optional(date('by when')),
  indicators: lines('what would tell'),
  answer: optional(inline('the answer')),
  answeredOn: optional(date('when it was answered')),
  sources,
});
export type OpenQuestion = ValueOf<typeof openQuestion>;

export const timelineEntry = record('event', 'something that happened', {
  ...item,
  from: date('when it happened or began; `{{dateRange from to}}`'),
  to: optional(date('when it ended, if it lasted')),
  ongoing: flag('it began and goes on'),
  circa: flag('its date is not certain; `{{label "circa" date=(dateRange from to)}}`'),
  event: inline('what happened'),
  sources,
});
export type TimelineEntry = ValueOf<typeof timelineEntry>;

const cell = record('cell', 'a cell; both are empty where nothing is known', {
  number: optional(number('its number')),
  text: optional(plain('its text')),
});
export type FigureCell = ValueOf<typeof cell>;

export const figure = record('figure', 'a chart or a matrix', {
  ...item,
  kind: word<B.Figure['kind']>('`line`, `columns`, `bars`, `shares`, `positions`, `criteria` or `lights`'),
  title: inline('what it shows'),
  unit: optional(plain('what its numbers count')),
  columns: list('the names of its columns', plain('a name')),
  rows: list('its data', list('a cell for each column', cell)),
  note: optional(inline('what to know of the data')),
  sources,
});
export type EditionFigure = ValueOf<typeof figure>;

export const risk = record('risk', 'a risk', {
  ...item,
  text: inline('what may happen'),
  likelihood: optional(likelihood('how likely')),
  impact: optional(level('how bad', 'impact')),
  mitigation: optional(inline('what is done about it')),
});
export type Risk = ValueOf<typeof risk>;

export const speakingPoint = record('speaking point', 'a speaking point', {
  ...item,
  text: inline('the words'),
  use: word<Given<B.SpeakingPoint['use']>>('`raise` or `if-raised`'),
  note: optional(block('background for the speaker: paragraphs, lists')),
});
export type SpeakingPoint = ValueOf<typeof speakingPoint>;

export const defensive = record('defensive', 'a hard question', {
  ...item,
  question: inline('the question'),
  line: inline('the line to take'),
});
export type Defensive = ValueOf<typeof defensive>;

export const nextStep = record('next step', 'something to be done', {
  ...item,
  action: inline('what is to be done'),
  owner: optional(plain('who does it')),
  due: optional(date('by when')),
  status: word<Given<B.NextStep['status']>>(
    '`open`, `in-progress`, `blocked`, `done`, `dropped`; in words: `{{term "step" status}}`',
  ),
});
export type NextStep = ValueOf<typeof nextStep>;

export const section = record('section', "a section of the brief's own", {
  ...item,
  title: inline('its heading'),
  body: block('its text: paragraphs, lists, tables'),
  after: optional(word('the part or the section that it stands after, where the brief says so')),
});
export type Section = ValueOf<typeof section>;

export const glossaryEntry = record('term', 'a term', {
  ...item,
  term: plain('the term'),
  meaning: inline('what it means'),
});
export type GlossaryEntry = ValueOf<typeof glossaryEntry>;

export const annex = record('annex', 'an annex', {
  ...item,
  letter: word('`A`, `B`, …'),
  title: inline('its title'),
  body: block('its text: paragraphs, lists, tables'),
});
export type Annex = ValueOf<typeof annex>;

export const copy = record('copy', 'a numbered copy', {
  ...item,
  copy: number('its number'),
  name: optional(plain('who gets it')),
  role: optional(plain('in which role')),
  organisation: optional(plain('the organisation')),
  medium: optional(word('`print` or `email`; in words: `{{term "medium" medium}}`')),
});
export type Copy = ValueOf<typeof copy>;
