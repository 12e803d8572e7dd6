import type { Source } from '../brief/brief.js';
import { sourceIndex } from '../brief/edit.js';
import type { LoadedBrief } from '../brief/read.js';
import { error, failure, type Outcome, success } from '../diagnostics/diagnostic.js';

import { nearestWord } from '../diagnostics/spelling.js';

export interface FoundSource {
  readonly source: Source;
  /** Its place in the brief's own list. */
  readonly index: number;
}

/** The source that a person names on the command line; it must be in the brief itself. */
export function findSource({ brief, file, text }: LoadedBrief, id: string): Outcome<FoundSource> {
  const source = brief.sources.find((each) => each.id === id);
  const index = sourceIndex(text, id);
  if (source !== undefined && index !== null) return success({ source, index });
  const own = brief.sources.map((each) => each.id).filter((each) => sourceIndex(text, each) !== null);
  const meant = nearestWord(id, own);
  return failure([
    error(
      'config-invalid',
      source === undefined
        ? `${file} has no source "${id}".`
        : `The source "${id}" is in a file of sources, which has no place for a kept copy.`,
      {
        hints: [
          source !== undefined
            ? `Copy its entry into \`sources\` of ${file}.`
            : meant !== null
              ? `Did you mean "${meant}"?`
              : `There are: ${own.join(', ')}.`,
        ],
      },
    ),
  ]);
}
