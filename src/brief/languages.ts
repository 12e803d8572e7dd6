import type { Brief } from './brief.js';

/** The languages of a brief, the main one first; English where it names none. */
export function languagesOf({ languages }: Pick<Brief, 'languages'>): readonly [main: string, ...others: string[]] {
  const [main = 'en', ...others] = languages ?? [];
  return [main, ...others];
}
