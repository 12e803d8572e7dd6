/** The types of a brief, derived from its schema. */

import type { Place } from '../diagnostics/diagnostic.js';
import type { FileRead } from '../diagnostics/unread.js';
import type { Assignment } from '../syntax/assigned-lines.js';
import type { TextFormat } from '../syntax/format.js';
import type { briefSchema } from './schema/schema.js';
import type { TypeOf } from './schema/type-of.js';

type Definitions = (typeof briefSchema)['$defs'];
type Definition<Name extends keyof Definitions> = TypeOf<Definitions[Name], Definitions>;

/** A brief as its file has it: `sources` may name files. */
export type BriefFile = TypeOf<typeof briefSchema, Definitions>;

/** A brief whose files of sources and of data are read: what every later stage works on. */
export type Brief = Omit<BriefFile, 'sources' | 'figures'> & {
  readonly sources: readonly Source[];
  readonly figures?: readonly Figure[];
};

/** One string, in the main language, or a map from language tag to string. */
export type Prose = Definition<'prose'>;
/** One string, which serves every language, or a map from language tag to string; plain text. */
export type Label = Definition<'label'>;
export type Tlp = Definition<'tlp'>;
export type Tier = Definition<'tier'>;
export type Likelihood = Definition<'likelihood'>;
export type Citation = Definition<'citation'>;
export type Attendee = Definition<'attendee'>;
export type Clearance = Definition<'clearance'>;
export type BriefRequest = Definition<'request'>;
export type Meeting = Definition<'meeting'>;
export type KeyFact = Definition<'keyFact'>;
export type Judgement = Definition<'judgement'>;
export type Stakeholder = Definition<'stakeholder'>;
export type Quote = Definition<'quote'>;
export type OpenQuestion = Definition<'openQuestion'>;
export type TimelineEvent = Definition<'timelineEvent'>;
export type Risk = Definition<'risk'>;
export type SpeakingPoint = Definition<'speakingPoint'>;
export type Defensive = Definition<'defensive'>;
export type NextStep = Definition<'nextStep'>;
export type Section = Definition<'section'>;
/** A figure with its data, whether that stands in the brief or in a file. */
export type Figure = Omit<Definition<'figure'>, 'file' | 'columns' | 'rows'> & {
  readonly columns: readonly Label[];
  readonly rows: readonly (readonly Cell[])[];
};
/** A number, text (one string or one for each language), or null where nothing is known. */
export type Cell = Definition<'cell'>;
export type GlossaryTerm = Definition<'term'>;
export type Annex = Definition<'annex'>;
export type Source = Definition<'source'>;
export type Snapshot = Definition<'snapshot'>;
export type SourceName = Definition<'cslName'>;
export type SourceDate = Definition<'cslDate'>;
export type Marking = Definition<'marking'>;
export type EditionDefinition = Definition<'edition'>;
export type DistributionCopy = Definition<'copy'>;
export type BriefLayout = Definition<'layout'>;

/** A brief that was read and checked, and where each of its fields stands in its file. */
export interface LoadedBrief {
  readonly brief: Brief;
  /** The brief's `id`, or the stem of its file. */
  readonly id: string;
  readonly file: string;
  readonly text: string;
  /** Where a field such as `keyFacts[2].text` stands; the nearest field around it, where it has no place of its own. */
  placeOf(field: string): Place;
  /** In an edition for other readers: the neutral names of files that it names → their paths in the brief's folder. */
  readonly originals?: ReadonlyMap<string, string>;
  /** The text of the annexes that are files, by their place in `annexes`. */
  readonly annexBodies: ReadonlyMap<number, string>;
  /** The ids of all the sources in its libraries, whether cited or not. */
  readonly offered?: readonly string[];
  /**
   * The edition that it supersedes, where the brief names its file: whole, whatever its marking. Whoever redacts a brief
   * redacts this one too, or leaves it out.
   */
  readonly superseded?: LoadedBrief;
}

export interface BriefContext {
  /** The brief's file, for messages. */
  readonly file: string;
  readonly format: TextFormat;
  /** Reads a file by its path relative to the brief's folder. */
  readFile(path: string): FileRead;
  /** What is set beside the file, in place of what it says. */
  readonly assignments?: readonly Assignment[];
  /** The SHA-256 of the edition before where it is read from a PDF, without its comments, in place of the one stated. */
  readonly supersededHash?: string;
  /** It is read only to be compared with the brief that supersedes it. */
  readonly isSuperseded?: boolean;
}
