import type * as E from './edition.js';
import {
  citation,
  date,
  flag,
  likelihood,
  list,
  number,
  record,
  type ShapeOf,
  text,
  type WordShape,
  word,
} from './shape.js';

/** The shapes of the items that the lists of an edition hold. */

const item = {
  number: number('its place in the list, from 1'),
  id: word("the item's id in the brief"),
  change: word('since the edition before: `new`, `changed`, `answered`, or empty; as a mark: `{{mark change}}`'),
};
const sources = list('what it rests on, for `{{cite sources}}`', citation('a source and the place in it'));
const level = (of: string, group: string): WordShape =>
  word(`${of}: \`low\`, \`medium\`, \`high\`; in words: \`{{term "${group}" ${group}}}\``);
const confidence = word('`low`, `moderate`, `high`; in words: `{{term "confidence" confidence}}`');
const lines = (about: string) => list(about, text('one of them'));

export const party = (about: string): ShapeOf<E.Party> =>
  record('party', about, {
    name: text('the name'),
    role: text('the role'),
    unit: text('the unit'),
    organisation: text('the organisation'),
    email: text('the e-mail address'),
  });

export const clearance: ShapeOf<E.Clearance> = record('clearance', 'a clearance', {
  ...item,
  by: text('who clears'),
  outcome: word('`pending`, `concur`, …; in words: `{{term "clearance" outcome}}`'),
  date: date('when'),
  comment: text('what they said'),
});

const option: ShapeOf<E.Option> = record('option', 'an option', {
  ...item,
  label: text('the option'),
  pros: lines('what speaks for it'),
  cons: lines('what speaks against it'),
  recommended: flag('this is what the author recommends'),
});

export const request: ShapeOf<E.Request> = record('request', 'what the reader is asked to do', {
  kind: word('`decide`, `agree`, `note`, `discuss`; in words: `{{term "request" request.kind}}`'),
  deadline: date('by when'),
  timingReason: text('why by then'),
  recommendation: text('what the author recommends'),
  options: list('what there is to choose from', option),
});

export const meeting: ShapeOf<E.Meeting> = record('meeting', 'the meeting this is for', {
  at: date('when'),
  place: text('where'),
  purpose: text('what for'),
  objectives: lines('what is to be reached'),
  attendees: list('who attends', party('someone who attends')),
  choreography: text('who does what when: paragraphs, lists'),
  media: text('press and photographs: paragraphs, lists'),
});

export const keyFact: ShapeOf<E.KeyFact> = record('fact', 'a fact', {
  ...item,
  text: text('the fact'),
  status: word('`established`, `reported`, `disputed`; in words: `{{term "fact" status}}`'),
  asOf: date('when it was so, where that is not the date of the brief'),
  staleAfter: date('after then it is to be checked again'),
  sources,
});

export const judgement: ShapeOf<E.Judgement> = record('judgement', 'a judgement', {
  ...item,
  text: text('the judgement'),
  likelihood: likelihood('how likely'),
  confidence,
  basis: list('the facts it rests on', keyFact),
  assumptions: lines('what it assumes'),
  indicators: lines('what would tell'),
  dissent: text('who sees it otherwise, and why'),
});

export const stakeholder: ShapeOf<E.Stakeholder> = record('stakeholder', 'someone with a stake', {
  ...item,
  name: text('the name'),
  kind: word('`state`, `court`, …; in words: `{{term "stakeholder" kind}}`'),
  role: text('the role in the matter'),
  position: word('`supports`, `opposes`, …; in words: `{{term "position" position}}`'),
  interests: text('what they want'),
  influence: level('power over the matter', 'influence'),
  interest: level('interest in the matter', 'interest'),
  ask: text('what we want of them'),
  sources,
});

const translation: ShapeOf<E.Translation> = record('translation', 'a translation', {
  text: text('the words'),
  language: word('a BCP 47 tag; in words: `{{language language}}`'),
  by: word('`official`, `own`, `machine`; in words: `{{term "translation" by}}`'),
  translator: text('who translated'),
});

export const quote: ShapeOf<E.Quote> = record('quote', 'a quote', {
  ...item,
  speaker: text('who said it'),
  stakeholder: stakeholder,
  role: text("the speaker's role"),
  date: date('when it was said'),
  venue: text('where it was said'),
  text: text('the words as said'),
  language: word('the language of the words, a BCP 47 tag; in words: `{{language language}}`'),
  foreign: flag('said in another language than that of the document'),
  translations: list('translations for the reader of this edition', translation),
  source: citation('where it stands; for `{{cite source}}`'),
  attribution: word('`on-record`, `background`, …; in words: `{{term "attribution" attribution}}`'),
});

export const openQuestion: ShapeOf<E.OpenQuestion> = record('question', 'an open question', {
  ...item,
  question: text('the question'),
  why: text('why it matters'),
  status: word('`open`, `answered`, `overtaken`; in words: `{{term "question" status}}`'),
  likelihood: likelihood('how likely'),
  confidence,
  assessment: text('what we think'),
  owner: text('who follows it'),
  due: date('by when'),
  indicators: lines('what would tell'),
  answer: text('the answer'),
  answeredOn: date('when it was answered'),
  sources,
});

export const timelineEntry: ShapeOf<E.TimelineEntry> = record('event', 'something that happened', {
  ...item,
  from: date('when it happened or began; `{{dateRange from to}}`'),
  to: date('when it ended, if it lasted'),
  ongoing: flag('it began and goes on'),
  event: text('what happened'),
  sources,
});

export const risk: ShapeOf<E.Risk> = record('risk', 'a risk', {
  ...item,
  text: text('what may happen'),
  likelihood: likelihood('how likely'),
  impact: level('how bad', 'impact'),
  mitigation: text('what is done about it'),
});

export const speakingPoint: ShapeOf<E.SpeakingPoint> = record('speaking point', 'a speaking point', {
  ...item,
  text: text('the words'),
  use: word('`raise` or `if-raised`'),
  note: text('background for the speaker: paragraphs, lists'),
});

export const defensive: ShapeOf<E.Defensive> = record('defensive', 'a hard question', {
  ...item,
  question: text('the question'),
  line: text('the line to take'),
});

export const glossaryEntry: ShapeOf<E.GlossaryEntry> = record('term', 'a term', {
  ...item,
  term: text('the term'),
  meaning: text('what it means'),
});

export const annex: ShapeOf<E.Annex> = record('annex', 'an annex', {
  ...item,
  letter: word('`A`, `B`, …'),
  title: text('its title'),
  body: text('its text: paragraphs, lists, tables'),
});

const author = (about: string): ShapeOf<E.Author> =>
  record('author', about, {
    family: text('family name'),
    given: text('given name'),
    literal: text('a name that is not taken apart, such as an organisation'),
  });

export const source: ShapeOf<E.Source> = record('source', 'a source', {
  number: number('its number, from 1'),
  id: word('its id in the brief'),
  cited: flag('something in this edition cites it'),
  type: word('a type of CSL, such as `article-newspaper`'),
  title: text('the title'),
  authors: list('who wrote it', author('an author')),
  editors: list('who edited what it is in', author('an editor')),
  container: text('the newspaper, journal or book it is in'),
  volume: text('the volume'),
  issue: text('the issue'),
  pages: text('the pages'),
  designation: text('the number of a report, law or case'),
  genre: text('what it is, where its type says too little'),
  authority: text('the court or body it comes from'),
  publisher: text('the publisher'),
  place: text('where it was published'),
  issued: date('when it came out'),
  issuedText: text('when it came out, where the brief says so in words'),
  accessed: date('when it was read'),
  url: text('its address'),
  doi: text('its digital object identifier'),
  note: text('a note on it'),
  language: word('its language, a BCP 47 tag'),
  descriptor: text('what it is worth: quality, access, bias, currency'),
  checked: record('kept copy', 'a copy was kept, and everything quoted stands in it word for word', {
    retrievedAt: date('when the copy was taken'),
  }),
});

export const copy: ShapeOf<E.Copy> = record('copy', 'a numbered copy', {
  ...item,
  copy: number('its number'),
  name: text('who gets it'),
  role: text('in which role'),
  organisation: text('the organisation'),
  medium: word('`print` or `email`; in words: `{{term "medium" medium}}`'),
});
