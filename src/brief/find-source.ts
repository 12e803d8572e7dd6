import { didYouMean, error, failure, type Outcome, success } from '../diagnostics/diagnostic.js';
import type { LoadedBrief } from './brief.js';

/** The id of a source that a person names: the brief has it, or a library of the brief does. */
export function findSource({ brief, file, offered = [] }: LoadedBrief, id: string): Outcome<string> {
  const known = [...new Set([...brief.sources.map((source) => source.id), ...offered])];
  if (known.includes(id)) return success(id);
  const listed = known.slice(0, MOST_SHOWN).join(', ') + (known.length > MOST_SHOWN ? ' …' : '');
  return failure([
    error('config-invalid', `${file} has no source "${id}".`, {
      hints: [didYouMean(id, known) ?? `There are: ${listed}.`],
    }),
  ]);
}

/** A library may have thousands. */
const MOST_SHOWN = 12;
