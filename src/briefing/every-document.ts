import type { LoadedBrief } from '../brief/brief.js';
import { languagesOf } from '../brief/languages.js';
import { type Outcome, outcomeOf, success } from '../diagnostics/diagnostic.js';
import { namedRedactions } from '../redaction/choose-redaction.js';
import { redactBrief } from '../redaction/redact-brief.js';

export interface DocumentToMake {
  /** The whole brief, or what is left of it for the readers of an edition. */
  readonly loaded: LoadedBrief;
  readonly language: string;
}

/** Every document that a brief can become: itself and each edition that it names, in each language. */
export function everyDocument(whole: LoadedBrief): readonly Outcome<DocumentToMake>[] {
  const editions = namedRedactions(whole.brief).map((redaction) => redactBrief(whole, redaction));
  return [success(whole), ...editions].flatMap((each): Outcome<DocumentToMake>[] =>
    each.ok
      ? languagesOf(each.value.brief).map((language) => outcomeOf({ loaded: each.value, language }, each.diagnostics))
      : [each],
  );
}
