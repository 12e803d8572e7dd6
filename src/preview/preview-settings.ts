import type { BriefType } from '../brief/schema/head.js';
import type { Diagnostic, Outcome } from '../diagnostics/diagnostic.js';
import type { DocumentMaking, MakingChoices } from './document-job.js';

/** What a preview is made with, from the command line and the configuration. */
export interface PreviewSettings extends MakingChoices {
  /** A brief, or a folder with briefs. */
  readonly target: string;
  /** Who makes the documents; without it, the thread that answers the page does, and answers nothing meanwhile. */
  making?(choices: MakingChoices): DocumentMaking;
  /** The day that the dates of a brief are compared with. */
  today(): string;
  /** Begins a brief of a type in a folder; its path. */
  begin(folder: string, name: string, type: BriefType): Outcome<string>;
  /** How a diagnostic is put to the person. */
  told(diagnostic: Diagnostic): Diagnostic;
  /** A fault of the program's own, as a diagnostic. */
  faultOf(fault: unknown, file: string): Diagnostic;
}
