import { InvalidArgumentError } from 'commander';
import { isPossible } from '../brief/sense/calendar.js';
import { formOf } from '../brief/shape-forms.js';
import type { Reading } from '../materials/open-brief.js';
import type { Assignment } from '../syntax/assigned-lines.js';
import type { Workspace } from '../workspace/workspace.js';

/** The day that the dates of a brief are compared with: `--today`, else that of SOURCE_DATE_EPOCH, else today where the person is. */
export function dayOf(today: string | undefined, { env, now }: Workspace): string {
  if (today !== undefined) return today;
  const epoch = env.SOURCE_DATE_EPOCH;
  if (epoch !== undefined && /^\d{1,12}$/.test(epoch)) return new Date(Number(epoch) * 1000).toISOString().slice(0, 10);
  const date = now();
  const two = (part: number) => String(part).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** How the briefs of a run are read. */
export function readingOf(
  { today, set = [] }: { readonly today?: string; readonly set?: readonly Assignment[] },
  workspace: Workspace,
): Reading {
  return { today: dayOf(today, workspace), assignments: set };
}

/** Reads the value of an option that is a day. */
export function readDay(value: string): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value) || !isPossible(value)) {
    const meant = formOf({ $ref: '#/$defs/date' })?.mend?.(value);
    const hint = meant && isPossible(meant) ? ` Did you mean ${meant}?` : '';
    throw new InvalidArgumentError(`It is a day: year-month-day, such as 2024-09-04.${hint}`);
  }
  return value;
}
