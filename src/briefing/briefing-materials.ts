import type { FileRead } from '../diagnostics/unread.js';
import type { Theme } from '../layout/theme/theme-type.js';
import type { TemplatePack } from '../memo/pack.js';
import type { PdfResources } from '../pdf/resources.js';
import type { OwnMaterial } from './build-record.js';

/** What the documents are made of besides the brief. */
export interface BriefingMaterials {
  readonly pack: TemplatePack;
  readonly theme: Theme;
  readonly logo: Uint8Array | null;
  readonly readFont: PdfResources['readFont'];
  /** Whether a font is one of the program's own, which are known to be sound. Without it, none is. */
  readonly isOwnFont?: (bytes: Uint8Array) => boolean;
  readonly scriptFamilies?: readonly string[];
  readonly colorProfile: Uint8Array;
  /** What of it is a person's own, and no part of the program. */
  readonly own?: readonly OwnMaterial[];
  /** The program's own in place of a person's: what a document says with these, the program says. Without it, the same. */
  readonly shipped?: () => Partial<Pick<BriefingMaterials, 'pack' | 'theme' | 'logo'>>;
  /** Reads a picture or a kept copy by its path relative to the brief's folder. */
  readFile(path: string): FileRead;
}
