/** Fields that are given beside a file, such as on the command line: their places are there, and not in the file. */
import type { Place } from '../diagnostics/diagnostic.js';
import { LineIndex, type Range } from './places.js';

/** A field and what it is to be, in place of what the file says. */
export interface Assignment {
  /** `marking.tlp`, `keyFacts[0].text`. */
  readonly field: string;
  /** As it was written. */
  readonly value: string;
}

/** What messages call the place of an assignment. */
export const COMMAND_LINE = 'command line';

const OPTION = '--set ';

/** The assignments as the lines of a text, for showing them. */
export function assignmentText(assignments: readonly Assignment[]): string {
  return assignments.map(({ field, value }) => `${OPTION}${field}=${value}\n`).join('');
}

/** The lines of a file with those of the assignments behind them, which have places of their own. */
export class AssignedLines extends LineIndex {
  readonly #end: number;
  readonly #behind: LineIndex;

  constructor(
    { file, text }: LineIndex,
    private readonly assignments: readonly Assignment[],
  ) {
    super(file, `${text}\n${assignmentText(assignments)}`);
    this.#end = text.length + 1;
    this.#behind = new LineIndex(COMMAND_LINE, assignmentText(assignments));
  }

  override place([start, end]: Range): Place {
    if (start < this.#end) return super.place([start, Math.min(end, this.#end - 1)]);
    return this.#behind.place([start - this.#end, end - this.#end]);
  }

  /** Where the name of the assignment at `index` stands, and its value. */
  rangesOf(index: number): { readonly key: Range; readonly value: Range } {
    const { field = '', value = '' } = this.assignments[index] ?? {};
    const start = this.#end + assignmentText(this.assignments.slice(0, index)).length + OPTION.length;
    const begin = start + field.length + 1;
    return { key: [start, start + field.length], value: [begin, begin + value.length] };
  }
}
