/** Small drawings beside words that say the same: on paper and on a web page, and nothing elsewhere. */
import { filledDots, POSITION_SIGNS } from '../../document/figures.js';
import type { Inline, Shown } from '../../document/tree.js';
import type { Likelihood } from '../../edition/text.js';
import type { Phrase } from '../template/placeholders.js';

/** The sign of a position, to stand before its word. */
export function signPhrase(position: string | null): Phrase | null {
  const sign = Object.entries(POSITION_SIGNS).find(([each]) => each === position)?.[1];
  return sign === undefined
    ? null
    : phrase({ type: 'span', role: 'sign', children: [{ type: 'text', value: `${sign}\u00a0` }] });
}

/** The word of a level, with dots before it. */
export function dotsPhrase(level: string | null, words: readonly Inline[]): Phrase | null {
  const dots = filledDots(level);
  if (dots === null) return null;
  return phrase({ type: 'span', role: 'dots', shows: { range: null, dots }, children: words });
}

/** A bar for a likelihood and dots for a confidence, to be drawn under their words; null where there is neither. */
export function gaugePhrase(likelihood: Likelihood | null, level: string | null): Phrase | null {
  const dots = filledDots(level);
  const shows: Shown = { range: likelihood && [likelihood.low, likelihood.high], dots };
  return shows.range === null && dots === null ? null : phrase({ type: 'span', role: 'gauge', shows, children: [] });
}

function phrase(node: Inline): Phrase {
  return { kind: 'phrase', nodes: [node] };
}
