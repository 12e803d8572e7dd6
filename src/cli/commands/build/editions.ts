import type { LoadedBrief, Tlp } from '../../../brief/brief.js';
import { type Outcome, success } from '../../../diagnostics/diagnostic.js';
import type { RedactionChoice } from '../../../redaction/choose-redaction.js';
import { redactAsAsked } from '../../../redaction/redact-brief.js';

/** Which editions are wanted of every brief: by name, all that it names, or one on the spot; the whole brief otherwise. */
export interface EditionWish {
  readonly edition?: readonly string[];
  readonly allEditions?: boolean;
  readonly maxTlp?: Tlp;
  readonly audience?: readonly string[];
}

/** The briefs to make of a brief: itself, or what editions keep of it. */
export function editionsOf(loaded: LoadedBrief, wish: EditionWish): readonly Outcome<LoadedBrief>[] {
  const ids = wish.allEditions ? (loaded.brief.editions ?? []).map(({ id }) => id) : (wish.edition ?? []);
  const redactions: RedactionChoice[] = [...new Set(ids)].map((edition) => ({ edition }));
  if (wish.maxTlp !== undefined || wish.audience !== undefined) {
    const { maxTlp, audience: audiences } = wish;
    redactions.push({ ...(maxTlp !== undefined && { maxTlp }), ...(audiences !== undefined && { audiences }) });
  }
  const isWhole = wish.allEditions === true || redactions.length === 0;
  return [...(isWhole ? [success(loaded)] : []), ...redactions.map((redaction) => redactAsAsked(loaded, redaction))];
}
