import type { Outcome } from '../../../diagnostics/diagnostic.js';

/** What was found of one thing that Briefpress needs, or can make use of. */
export interface Finding {
  readonly about: string;
  /** `missing`: not set up, which is no fault. */
  readonly state: 'works' | 'missing' | 'broken';
  readonly says: string;
  /** What to do. */
  readonly todo: readonly string[];
}

export function works(about: string, says: string): Finding {
  return { about, state: 'works', says, todo: [] };
}

export function missing(about: string, says: string, ...todo: readonly string[]): Finding {
  return { about, state: 'missing', says, todo };
}

export function broken(about: string, says: string, ...todo: readonly string[]): Finding {
  return { about, state: 'broken', says, todo };
}

/** What went wrong, with its place and what to do. */
export function fromProblems(about: string, { diagnostics }: Outcome<unknown>): Finding {
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  const says = errors.map(({ message, place }) =>
    place === undefined ? message : `${place.file}:${place.line}: ${message}`,
  );
  return broken(about, says.join(' '), ...new Set(errors.flatMap(({ hints }) => hints)));
}
