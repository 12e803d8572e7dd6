/** The digits that a number keeps. Further ones come from reckoning: 0.1 + 0.2. */
export const KEPT_DIGITS = 15;

/** A number as a language writes it, with all its digits: `1,234.5`, `1 234,5`. */
export function writtenNumber(value: number, language: string): string {
  const kept = Number(value.toPrecision(KEPT_DIGITS));
  return new Intl.NumberFormat(language, { maximumFractionDigits: 20 }).format(kept);
}

/** A share of a whole, 0 to 1, in whole per cent: `42%`, `42 %`. */
export function writtenShare(share: number, language: string): string {
  return new Intl.NumberFormat(language, { style: 'percent' }).format(share);
}
