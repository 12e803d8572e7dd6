import { InvalidArgumentError } from 'commander';

/** Copies by their numbers: `3`, `1-4`, or several with commas. */
export function copyNumbers(value: string, before: readonly number[] = []): readonly number[] {
  return numbersIn(value, 'It is the number of a copy, such as 3, or several: 1-4,7.', before);
}

/** Numbers as people list them; `wanted` says what they should be of. */
export function numbersIn(value: string, wanted: string, before: readonly number[] = []): readonly number[] {
  const parts = value.split(',').map((part) => /^\s*(\d{1,5})(?:\s*-\s*(\d{1,5}))?\s*$/.exec(part));
  const numbers = parts.flatMap((part) => {
    if (part === null) throw new InvalidArgumentError(wanted);
    const from = Number(part[1]);
    const to = Number(part[2] ?? part[1]);
    if (to < from) throw new InvalidArgumentError(`It runs backwards: ${from}-${to}.`);
    return Array.from({ length: to - from + 1 }, (_, index) => from + index);
  });
  return [...new Set([...before, ...numbers])];
}
