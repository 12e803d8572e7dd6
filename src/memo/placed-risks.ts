import type { Level } from '../document/figures.js';
import type { Risk } from '../edition/item-shapes.js';
import type { Likelihood } from '../edition/text.js';

/** Fewer are said sooner than drawn. */
const FEWEST = 3;

export type PlacedRisk = Risk & { readonly likelihood: Likelihood; readonly impact: Level };

/** The risks that have a place by likelihood and impact. */
export function placedRisks(risks: readonly Risk[]): PlacedRisk[] {
  return risks.filter((risk): risk is PlacedRisk => risk.likelihood !== null && risk.impact !== null);
}

/** Whether risks are drawn by their numbers, so that their table needs them. */
export function areOnMatrix(risks: readonly Risk[]): boolean {
  return placedRisks(risks).length >= FEWEST;
}
