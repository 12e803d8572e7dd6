import { InvalidArgumentError } from 'commander';
import { numbersIn } from './copy-numbers.js';

export interface PageRange {
  readonly lower: number;
  readonly upper: number;
}

/** Every page of some ranges. */
export function pageNumbers(ranges: readonly PageRange[]): readonly number[] {
  return ranges.flatMap(({ lower, upper }) => Array.from({ length: upper - lower + 1 }, (_, at) => lower + at));
}

/** Pages as people write them, `1-2,5`, in order, each once. */
export function pageRanges(value: string): readonly PageRange[] {
  const numbers = [...numbersIn(value, 'It is the number of a page, such as 2, or several: 1-4,7.')].sort(
    (a, b) => a - b,
  );
  if (numbers[0] === 0) throw new InvalidArgumentError('Pages are counted from 1.');
  const ranges: PageRange[] = [];
  for (const number of numbers) {
    const last = ranges.at(-1);
    if (last !== undefined && last.upper === number - 1) ranges[ranges.length - 1] = { ...last, upper: number };
    else ranges.push({ lower: number, upper: number });
  }
  return ranges;
}
