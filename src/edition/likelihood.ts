import type { Likelihood } from './text.js';

export type LikelihoodScale = 'phia' | 'icd203';

type Range = readonly [low: number, high: number];

/**
 * PHIA: the probability yardstick of the UK's Professional Head of Intelligence Assessment (the gaps are intended).
 * ICD 203: Intelligence Community Directive 203 (US), D.6.e(2)(a).
 */
const RANGES: Readonly<Record<LikelihoodScale, Readonly<Record<string, Range>>>> = {
  phia: {
    'remote-chance': [0, 5],
    'highly-unlikely': [10, 20],
    unlikely: [25, 35],
    'realistic-possibility': [40, 50],
    likely: [55, 75],
    'highly-likely': [80, 90],
    'almost-certain': [95, 100],
  },
  icd203: {
    'almost-no-chance': [1, 5],
    'very-unlikely': [5, 20],
    unlikely: [20, 45],
    'roughly-even-chance': [45, 55],
    likely: [55, 80],
    'very-likely': [80, 95],
    'almost-certain': [95, 99],
  },
};

/** The terms of a scale, from the least likely to the most. */
export function likelihoodTerms(scale: LikelihoodScale): readonly Likelihood[] {
  return Object.entries(RANGES[scale]).map(([term, [low, high]]) => ({ kind: 'likelihood', scale, term, low, high }));
}

/** `null` where the scale has no such term (the checks of the brief have already reported it). */
export function likelihoodOf(term: string, scale: LikelihoodScale): Likelihood | null {
  return likelihoodTerms(scale).find((each) => each.term === term) ?? null;
}
