import type { LoadedBrief } from '../brief/brief.js';
import { type Diagnostic, distinct, failure, type Outcome, outcomeOf, placedBy } from '../diagnostics/diagnostic.js';

/** Keeps what the stages report, each diagnostic with its place in the brief. */
export class Notes {
  readonly #kept: Diagnostic[] = [];

  constructor(private readonly loaded: LoadedBrief) {}

  /** The value of a stage, or null where it failed. */
  keep<T>(outcome: Outcome<T>): T | null {
    this.#kept.push(...placedBy(this.loaded.placeOf, outcome.diagnostics));
    return outcome.ok ? outcome.value : null;
  }

  failed(): Outcome<never> {
    return failure(distinct(this.#kept));
  }

  /** The memo and the printed document come from the same text, and the same fault is found in both. */
  outcome<T>(value: T): Outcome<T> {
    return outcomeOf(value, distinct(this.#kept));
  }
}
