import type { BlockText, CalendarDate, InlineText, Likelihood, PlainText, SourceCitation } from './text.js';

/**
 * One brief for one reader in one language: everything resolved and numbered. This is what a template sees, so an
 * optional thing is `null` or `[]`, never absent: an unknown name in a template can then be told from an empty one.
 * `shape.ts` describes the same fields to the checker of templates and to docs/templates.md.
 */
export interface Edition {
  readonly id: string;
  readonly edition: number;
  readonly language: string;
  readonly languages: readonly string[];
  readonly type: string;
  readonly status: 'draft' | 'cleared' | 'issued' | 'withdrawn';
  readonly title: InlineText;
  readonly subtitle: InlineText | null;
  readonly reference: PlainText | null;
  readonly asOf: CalendarDate;
  readonly issuedAt: CalendarDate | null;
  readonly reviewBy: CalendarDate | null;
  readonly supersedes: Superseded | null;
  /** Null where the edition before is not at hand, or may not be told of. */
  readonly changes: EditionChanges | null;
  readonly marking: Marking | null;
  readonly from: Party | null;
  readonly to: readonly Party[];
  readonly cc: readonly Party[];
  readonly clearances: readonly Clearance[];
  readonly summary: InlineText;
  readonly request: Request | null;
  readonly meeting: Meeting | null;
  readonly keyFacts: readonly KeyFact[];
  readonly judgements: readonly Judgement[];
  /** The scale of `likelihood`, least likely first. */
  readonly yardstick: readonly Likelihood[];
  readonly likelihoodScale: 'phia' | 'icd203';
  readonly citationStyle: 'notes' | 'author-date' | 'numeric';
  readonly stakeholders: readonly Stakeholder[];
  readonly quotes: readonly Quote[];
  readonly openQuestions: readonly OpenQuestion[];
  readonly timeline: readonly TimelineEntry[];
  readonly background: BlockText | null;
  readonly analysis: BlockText | null;
  readonly risks: readonly Risk[];
  readonly speakingPoints: readonly SpeakingPoint[];
  /** The speaking points to raise, and those for when the subject is raised by others. */
  readonly toRaise: readonly SpeakingPoint[];
  readonly ifRaised: readonly SpeakingPoint[];
  readonly defensives: readonly Defensive[];
  readonly glossary: readonly GlossaryEntry[];
  readonly annexes: readonly Annex[];
  readonly sources: readonly Source[];
  readonly distribution: readonly Copy[];
}

export type Level = 'low' | 'medium' | 'high';
export type Confidence = 'low' | 'moderate' | 'high';

interface Item {
  /** Place in its list, from 1. */
  readonly number: number;
  /** The item's id in the brief. */
  readonly id: string | null;
  /** What has become of it since the edition before; null where nothing has, or nothing is known of that edition. */
  readonly change: ItemMark | null;
}

export type ItemMark = 'new' | 'changed' | 'answered';

export interface Superseded {
  readonly edition: number;
  readonly file: PlainText | null;
}

/** What has changed since the edition before this one. */
export interface EditionChanges {
  /** Its number. */
  readonly edition: number;
  readonly asOf: CalendarDate;
  readonly answered: readonly AnsweredQuestion[];
  readonly likelihoods: readonly MovedEstimate[];
  readonly confidences: readonly MovedEstimate[];
  readonly statuses: readonly MovedStatus[];
  readonly added: readonly ListedChanges[];
  /** Changed, and not told of above. */
  readonly changed: readonly ListedChanges[];
  readonly removed: readonly ListedChanges[];
  /** Fields of the brief itself that say something else now, such as `summary`. */
  readonly passages: readonly string[];
  readonly sourcesAdded: number;
}
/** An item, named in the box of changes. */
export interface ListedChange {
  /** The list it is in, such as `keyFacts`. */
  readonly list: string;
  /** Its words, cut where they are long. */
  readonly text: PlainText;
  /** Where a link to it leads; null for what is no longer there. */
  readonly target: string | null;
}
export interface AnsweredQuestion extends ListedChange {
  readonly answer: PlainText | null;
  readonly answeredOn: CalendarDate | null;
}
export interface MovedEstimate extends ListedChange {
  readonly from: string | null;
  readonly to: string | null;
  /** With their ranges; null for a confidence. */
  readonly fromLikelihood: Likelihood | null;
  readonly toLikelihood: Likelihood | null;
  readonly direction: 'up' | 'down' | 'other';
}
export interface MovedStatus extends ListedChange {
  readonly from: string | null;
  readonly to: string | null;
}
export interface ListedChanges {
  readonly list: string;
  readonly items: readonly ListedChange[];
  /** How many more there are. */
  readonly more: number;
}

export interface Marking {
  /** As FIRST writes it, TLP 2.0. */
  readonly tlp: Tlp | null;
  /** The protective marking, in capitals. */
  readonly protective: PlainText | null;
  readonly restrictions: PlainText | null;
  readonly chathamHouse: boolean;
}
export type Tlp = 'TLP:RED' | 'TLP:AMBER+STRICT' | 'TLP:AMBER' | 'TLP:GREEN' | 'TLP:CLEAR';

/** Someone who writes, reads or attends. At least one of the fields is there. */
export interface Party {
  readonly kind: 'party';
  readonly name: PlainText | null;
  readonly role: PlainText | null;
  readonly unit: PlainText | null;
  readonly organisation: PlainText | null;
  readonly email: PlainText | null;
}

export interface Clearance extends Item {
  readonly by: PlainText;
  readonly outcome: string;
  readonly date: CalendarDate | null;
  readonly comment: InlineText | null;
}

export interface Request {
  readonly kind: string;
  readonly deadline: CalendarDate | null;
  readonly timingReason: InlineText | null;
  readonly recommendation: InlineText | null;
  readonly options: readonly Option[];
}
export interface Option extends Item {
  readonly label: InlineText;
  readonly pros: readonly InlineText[];
  readonly cons: readonly InlineText[];
  readonly recommended: boolean;
}

export interface Meeting {
  readonly at: CalendarDate;
  readonly place: PlainText | null;
  readonly purpose: InlineText;
  readonly objectives: readonly InlineText[];
  readonly attendees: readonly Party[];
  readonly choreography: BlockText | null;
  readonly media: BlockText | null;
}

export interface KeyFact extends Item {
  readonly text: InlineText;
  readonly status: 'established' | 'reported' | 'disputed';
  readonly asOf: CalendarDate | null;
  readonly staleAfter: CalendarDate | null;
  readonly sources: readonly SourceCitation[];
}

export interface Judgement extends Item {
  readonly text: InlineText;
  readonly likelihood: Likelihood | null;
  readonly confidence: Confidence | null;
  /** The key facts it rests on. */
  readonly basis: readonly KeyFact[];
  readonly assumptions: readonly InlineText[];
  readonly indicators: readonly InlineText[];
  readonly dissent: InlineText | null;
}

export interface Stakeholder extends Item {
  readonly name: PlainText;
  readonly kind: string | null;
  readonly role: PlainText | null;
  readonly position: string | null;
  readonly interests: InlineText | null;
  readonly influence: Level | null;
  readonly interest: Level | null;
  readonly ask: InlineText | null;
  readonly sources: readonly SourceCitation[];
}

export interface Quote extends Item {
  readonly speaker: PlainText;
  /** The stakeholder who speaks, where the brief says so. */
  readonly stakeholder: Stakeholder | null;
  readonly role: PlainText | null;
  readonly date: CalendarDate | null;
  readonly venue: PlainText | null;
  /** The words as said, in `language`. */
  readonly text: PlainText;
  readonly language: string;
  /** Said in another language than this edition's. */
  readonly foreign: boolean;
  readonly translations: readonly Translation[];
  readonly source: SourceCitation;
  readonly attribution: string;
}
export interface Translation {
  readonly text: PlainText;
  readonly language: string;
  readonly by: string;
  readonly translator: PlainText | null;
}

export interface OpenQuestion extends Item {
  readonly question: InlineText;
  readonly why: InlineText | null;
  readonly status: 'open' | 'answered' | 'overtaken';
  readonly likelihood: Likelihood | null;
  readonly confidence: Confidence | null;
  readonly assessment: InlineText | null;
  readonly owner: PlainText | null;
  readonly due: CalendarDate | null;
  readonly indicators: readonly InlineText[];
  readonly answer: InlineText | null;
  readonly answeredOn: CalendarDate | null;
  readonly sources: readonly SourceCitation[];
}

export interface TimelineEntry extends Item {
  readonly from: CalendarDate;
  /** `null` for something that happened on one date, and for what goes on. */
  readonly to: CalendarDate | null;
  readonly ongoing: boolean;
  readonly event: InlineText;
  readonly sources: readonly SourceCitation[];
}

export interface Risk extends Item {
  readonly text: InlineText;
  readonly likelihood: Likelihood | null;
  readonly impact: Level | null;
  readonly mitigation: InlineText | null;
}

export interface SpeakingPoint extends Item {
  readonly text: InlineText;
  readonly use: 'raise' | 'if-raised';
  readonly note: BlockText | null;
}

export interface Defensive extends Item {
  readonly question: InlineText;
  readonly line: InlineText;
}

export interface GlossaryEntry extends Item {
  readonly term: PlainText;
  readonly meaning: InlineText;
}

export interface Annex extends Item {
  /** `A`, `B`, … `Z`, `AA`. */
  readonly letter: string;
  readonly title: InlineText;
  readonly body: BlockText;
}

export interface Source {
  readonly kind: 'source';
  /** Place in the list: by first citation, those that nothing cites last. */
  readonly number: number;
  readonly id: string;
  readonly cited: boolean;
  /** A type of CSL 1.0.2, such as `article-newspaper`. */
  readonly type: string;
  readonly title: PlainText;
  readonly authors: readonly Author[];
  readonly editors: readonly Author[];
  readonly container: PlainText | null;
  readonly volume: PlainText | null;
  readonly issue: PlainText | null;
  readonly pages: PlainText | null;
  /** The number of a report, law or case. */
  readonly designation: PlainText | null;
  readonly genre: PlainText | null;
  readonly authority: PlainText | null;
  readonly publisher: PlainText | null;
  readonly place: PlainText | null;
  readonly issued: CalendarDate | null;
  /** The date in words, where the brief has no other. */
  readonly issuedText: PlainText | null;
  readonly accessed: CalendarDate | null;
  readonly url: PlainText | null;
  readonly doi: PlainText | null;
  readonly note: PlainText | null;
  readonly language: string | null;
  /** What the source is worth: quality, access, bias, currency. */
  readonly descriptor: InlineText | null;
  /** That everything quoted from it stands word for word in a kept copy, and when that copy was taken. */
  readonly checked: { readonly retrievedAt: CalendarDate | null } | null;
}
export interface Author {
  readonly kind: 'author';
  readonly family: PlainText | null;
  readonly given: PlainText | null;
  /** A name that is not taken apart: an organisation, or a name of one part. */
  readonly literal: PlainText | null;
}

export interface Copy extends Item {
  readonly copy: number;
  readonly name: PlainText | null;
  readonly role: PlainText | null;
  readonly organisation: PlainText | null;
  readonly medium: string | null;
}
