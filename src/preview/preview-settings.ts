import type { BriefType } from '../brief/schema/head.js';
import type { BriefingChoices, MaterialChoices } from '../briefing/choices.js';
import type { Diagnostic, Outcome } from '../diagnostics/diagnostic.js';

/** What a preview is made with, from the command line and the configuration. */
export interface PreviewSettings {
  /** A brief, or a folder with briefs. */
  readonly target: string;
  readonly materials: MaterialChoices;
  readonly building: Omit<BriefingChoices, 'formats' | 'language'>;
  /** The day that the dates of a brief are compared with. */
  today(): string;
  /** Begins a brief of a type in a folder; its path. */
  begin(folder: string, name: string, type: BriefType): Outcome<string>;
  /** How a diagnostic is put to the person. */
  told(diagnostic: Diagnostic): Diagnostic;
  /** A fault of the program's own, as a diagnostic. */
  faultOf(fault: unknown, file: string): Diagnostic;
}
