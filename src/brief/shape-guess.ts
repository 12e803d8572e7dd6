/** Which field was meant by a name that the format does not have: beside it, or anywhere else in a brief. */
import { meantHint } from '../diagnostics/diagnostic.js';
import { nearestWord } from '../diagnostics/spelling.js';
import type { Step } from '../syntax/places.js';
import { fieldsUnder, formatFields, formatPath } from './schema-fields.js';

/** What people call things, in lower case without separators, and the fields that hold them, the likeliest first. */
const OTHER_NAMES: Readonly<Record<string, readonly string[]>> = {
  facts: ['keyFacts'],
  findings: ['keyFacts'],
  fact: ['text', 'keyFacts'],
  references: ['sources'],
  bibliography: ['sources'],
  citations: ['sources'],
  citation: ['sources', 'source'],
  cites: ['sources', 'source'],
  ref: ['sources', 'source'],
  refs: ['sources'],
  footnotes: ['sources'],
  subject: ['title'],
  heading: ['title'],
  headline: ['title'],
  name: ['title', 'speaker', 'label', 'term', 'by'],
  abstract: ['summary'],
  bluf: ['summary'],
  bottomline: ['summary'],
  keymessage: ['summary'],
  date: ['asOf', 'issued', 'due', 'at'],
  day: ['date', 'asOf'],
  year: ['issued', 'date'],
  on: ['date', 'due', 'issued', 'asOf'],
  by: ['owner', 'speaker', 'author'],
  deadline: ['deadline', 'due'],
  clearedby: ['by'],
  when: ['date', 'at', 'due'],
  published: ['issued'],
  updated: ['asOf'],
  author: ['from', 'speaker'],
  authors: ['from', 'author'],
  sender: ['from'],
  recipient: ['to'],
  recipients: ['to'],
  addressees: ['to'],
  copies: ['cc', 'distribution'],
  language: ['languages', 'lang'],
  version: ['edition'],
  previous: ['supersedes'],
  kind: ['type', 'kind'],
  type: ['kind', 'type'],
  reason: ['timingReason', 'why', 'basis'],
  urgency: ['timingReason'],
  titel: ['title'],
  titre: ['title'],
  datum: ['asOf', 'date', 'issued', 'due'],
  stand: ['asOf'],
  von: ['from'],
  an: ['to'],
  zusammenfassung: ['summary'],
  résumé: ['summary'],
  fakten: ['keyFacts'],
  faits: ['keyFacts'],
  quelle: ['sources', 'source'],
  quellen: ['sources'],
  empfehlung: ['request.recommendation', 'recommendation'],
  frist: ['request.deadline', 'deadline', 'due'],
  classification: ['marking'],
  confidentiality: ['marking'],
  assessments: ['judgements'],
  conclusions: ['judgements'],
  judgments: ['judgements'],
  judgement: ['text', 'judgements'],
  judgment: ['text', 'judgements'],
  probability: ['likelihood'],
  certainty: ['confidence'],
  actors: ['stakeholders'],
  players: ['stakeholders'],
  people: ['stakeholders'],
  parties: ['stakeholders'],
  power: ['influence'],
  stance: ['position'],
  quotations: ['quotes'],
  quotation: ['text', 'quotes'],
  quote: ['text', 'quotes'],
  words: ['text'],
  said: ['text'],
  who: ['speaker', 'owner', 'name'],
  person: ['speaker', 'name'],
  questions: ['openQuestions', 'defensives'],
  unknowns: ['openQuestions'],
  events: ['timeline'],
  chronology: ['timeline'],
  history: ['timeline', 'background'],
  context: ['background'],
  discussion: ['analysis'],
  considerations: ['analysis'],
  threats: ['risks'],
  risk: ['text', 'risks'],
  probabilities: ['likelihood'],
  talkingpoints: ['speakingPoints'],
  keymessages: ['speakingPoints'],
  lines: ['speakingPoints'],
  qa: ['defensives'],
  qanda: ['defensives'],
  answers: ['defensives'],
  actions: ['nextSteps'],
  actionpoints: ['nextSteps'],
  todo: ['nextSteps'],
  tasks: ['nextSteps'],
  task: ['action'],
  step: ['action'],
  responsible: ['owner'],
  assignee: ['owner'],
  abbreviations: ['glossary'],
  acronyms: ['glossary'],
  definitions: ['glossary'],
  definition: ['meaning'],
  appendices: ['annexes'],
  appendix: ['annexes'],
  annex: ['annexes'],
  attachments: ['annexes', 'layout.attachments'],
  clearance: ['clearances'],
  approvals: ['clearances'],
  decision: ['request'],
  ask: ['request', 'ask'],
  advantages: ['pros'],
  disadvantages: ['cons'],
  benefits: ['pros'],
  drawbacks: ['cons'],
  participants: ['meeting.attendees', 'attendees'],
  location: ['place', 'venue', 'meeting.place'],
  where: ['place', 'venue'],
  time: ['at', 'date'],
  aims: ['objectives', 'meeting.objectives'],
  goals: ['objectives', 'meeting.objectives'],
  content: ['text', 'body', 'background'],
  contents: ['body', 'text', 'background'],
  description: ['text', 'event', 'meaning', 'body', 'background'],
  statement: ['text'],
  sentence: ['text'],
  body: ['text', 'analysis'],
  text: ['event', 'question', 'action', 'body', 'meaning', 'label', 'line'],
  what: ['event', 'text', 'action'],
  happened: ['event'],
  url: ['URL'],
  link: ['URL'],
  web: ['URL'],
  website: ['URL'],
  newspaper: ['container-title'],
  journal: ['container-title'],
  magazine: ['container-title'],
  retrieved: ['accessed'],
  copy: ['snapshot'],
  pages: ['page', 'layout.maxPages'],
  papersize: ['layout.paper'],
  organization: ['organisation'],
  office: ['unit', 'organisation'],
  department: ['unit'],
  mail: ['email'],
};

/** The path of the field that was meant (`request.deadline`), as `keyFacts.text` where it is in a list; or null. */
export function guessField(around: readonly Step[], name: string): string | null {
  const parent = formatPath(around);
  const siblings = fieldsUnder(parent);
  const names = siblings.map((field) => field.name);
  const isSibling = new Set(names);
  const path = (sibling: string) => (parent === '' ? sibling : `${parent}.${sibling}`);
  const wanted = plain(name);
  const same = names.find((each) => plain(each) === wanted);
  if (same !== undefined) return path(same);
  const other = Object.hasOwn(OTHER_NAMES, wanted) ? (OTHER_NAMES[wanted] ?? []) : [];
  const called = other.find((each) => isSibling.has(each));
  if (called !== undefined) return path(called);
  const fields = formatFields();
  const elsewhere = other.find((each) => fields.some((field) => field.path === each));
  if (elsewhere !== undefined && parent === '') return elsewhere;
  const near = nearestWord(name, names);
  if (near !== null) return path(near);
  // The same name elsewhere: of the brief itself, then of a part that is there once, then of the items of a list.
  const alike = fields.filter((field) => plain(field.name) === wanted && !field.path.startsWith('editions.'));
  const best = alike.toSorted((a, b) => Number(a.isInList) - Number(b.isInList) || depth(a.path) - depth(b.path))[0];
  if (best !== undefined && (parent === '' || !best.isInList)) return best.path;
  return elsewhere ?? null;
}

/** The hint with the guess, or the fields with similar names; `name` is unknown in `around`. */
export function guessHint(around: readonly Step[], name: string): string {
  const parent = formatPath(around);
  const meant = guessField(around, name);
  if (meant !== null) return placedHint(meant, parent);
  const names = fieldsUnder(parent).map((field) => field.name);
  const own = names.filter((each) => !['id', 'tlp', 'tier', 'audiences'].includes(each));
  if (own.length <= MOST) return `It may have ${own.slice(0, -1).join(', ')} and ${own.at(-1)}.`;
  const near = own
    .map((each) => ({ each, likeness: likeness(plain(name), plain(each)) }))
    .filter((found) => found.likeness > LEAST_LIKENESS)
    .toSorted((a, b) => b.likeness - a.likeness)
    .slice(0, 5)
    .map(({ each }) => `\`${each}\``);
  const where = parent === '' ? 'every field' : `every field of \`${parent}\``;
  const all = `\`briefpress schema${parent === '' ? ' brief' : ` ${parent}`}\` lists ${where}.`;
  return near.length > 0 ? `Near it: ${near.join(', ')}. ${all}` : all;
}

/** More names than this are not read. */
const MOST = 12;
const LEAST_LIKENESS = 0.3;

function placedHint(meant: string, parent: string): string {
  const [name = '', ...above] = meant.split('.').reverse();
  const place = above.reverse().join('.');
  if (place === parent) return meantHint(name);
  if (place === '') return `Did you mean the brief's own \`${name}\`, which begins at the left edge?`;
  const isInList = formatFields().some((field) => field.path === meant && field.isInList);
  return isInList
    ? `Did you mean \`${name}\` in an item of \`${place}\`?`
    : `${meantHint(meant)} That is \`${name}:\` on an indented line below \`${place}:\`.`;
}

function depth(path: string): number {
  return path.split('.').length;
}

function plain(name: string): string {
  return name
    .slice(0, 64)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** Dice's coefficient of the pairs of letters: 1 for the same, 0 for nothing in common. */
function likeness(a: string, b: string): number {
  const pairs = (word: string) => Array.from({ length: Math.max(0, word.length - 1) }, (_, i) => word.slice(i, i + 2));
  const [first, second] = [pairs(a), pairs(b)];
  const common = first.filter((pair) => second.includes(pair)).length;
  return first.length + second.length === 0 ? 0 : (2 * common) / (first.length + second.length);
}
