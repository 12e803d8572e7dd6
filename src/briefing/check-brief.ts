import type { FileRead, LoadedBrief } from '../brief/brief.js';
import { languagesOf } from '../brief/languages.js';
import { underMarked } from '../brief/markings.js';
import { type Diagnostic, distinct, type Outcome, placedBy } from '../diagnostics/diagnostic.js';
import { resolveEdition } from '../edition/resolve.js';
import { checkEvidence } from '../evidence/check-evidence.js';
import { namedRedactions } from '../redaction/choose-redaction.js';
import { redactBrief } from '../redaction/redact-brief.js';

/** A brief as it was read, and how to read the files it names. */
export interface CheckedBrief {
  readonly loaded: Outcome<LoadedBrief>;
  readFile(path: string): FileRead;
}

/** Everything that is wrong with a brief and the editions it names, in any of their languages, each with its place. */
export async function checkOpened({ loaded, readFile }: CheckedBrief): Promise<readonly Diagnostic[]> {
  if (!loaded.ok) return loaded.diagnostics;
  const editions = namedRedactions(loaded.value.brief).map((redaction) => redactBrief(loaded.value, redaction));
  const found = [loaded, ...editions].flatMap((each) => (each.ok ? inEveryLanguage(each.value) : each.diagnostics));
  const evidence = await checkEvidence(loaded.value, readFile);
  return distinct([...loaded.diagnostics, ...underMarked(loaded.value), ...evidence.diagnostics, ...found]);
}

function inEveryLanguage(loaded: LoadedBrief): readonly Diagnostic[] {
  return languagesOf(loaded.brief).flatMap((language) =>
    placedBy(loaded.placeOf, resolveEdition(loaded, { language }).diagnostics),
  );
}
