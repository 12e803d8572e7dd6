/** A number as a language writes it: `1,234.5`, `1 234,5`. At most three decimals. */
export function writtenNumber(value: number, language: string): string {
  return new Intl.NumberFormat(language, { maximumFractionDigits: 3 }).format(value);
}

/** A share of a whole, 0 to 1, in whole per cent: `42%`, `42 %`. */
export function writtenShare(share: number, language: string): string {
  return new Intl.NumberFormat(language, { style: 'percent' }).format(share);
}
