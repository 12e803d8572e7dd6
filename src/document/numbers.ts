/** The digits that a number keeps. Further ones come from reckoning: 0.1 + 0.2. */
export const KEPT_DIGITS = 15;
/** Below this it would be a row of zeros: `2E-13`. */
const SMALLEST = 1e-12;

/**
 * A number as a language writes it, with all its digits: `1,234.5`, `1 234,5`. Less than zero it has a minus sign, not a
 * hyphen.
 */
export function writtenNumber(value: number, language: string): string {
  const kept = Number(value.toPrecision(KEPT_DIGITS));
  const isTiny = kept !== 0 && Math.abs(kept) < SMALLEST;
  const notation = isTiny ? ({ notation: 'scientific' } as const) : {};
  const format = new Intl.NumberFormat(language, { maximumFractionDigits: 20, ...notation });
  return format.format(kept).replace(/^(\P{L}*?)-/u, '$1\u2212');
}

/** From so many to so many per cent, with the sign where the language has it: `55–75%`, `55–75 %`, `%55–75`. */
export function writtenRange(low: number, high: number, language: string): string {
  const [before, after] = PERCENT[language] ?? percentOf(language);
  return `${before}${low}–${high}${after}`;
}

/** In the languages themselves; a region may have its own. To make the first formatter of a process takes long. */
const PERCENT: Readonly<Record<string, readonly [before: string, after: string]>> = {
  ...Object.fromEntries(['el', 'en', 'it', 'ja', 'nl', 'pl', 'pt', 'uk', 'zh'].map((each) => [each, ['', '%']])),
  ...Object.fromEntries(['da', 'de', 'es', 'fi', 'fr', 'nb', 'ru', 'sv'].map((each) => [each, ['', '\u00a0%']])),
  tr: ['%', ''],
};

function percentOf(language: string): readonly [before: string, after: string] {
  const format = new Intl.NumberFormat(language, { style: 'percent', numberingSystem: 'latn' });
  const parts = format.formatToParts(0.5);
  const at = parts.findIndex(({ type }) => type === 'integer');
  const around = (some: readonly Intl.NumberFormatPart[]) =>
    some.map(({ value }) => value.replace(/[\u061c\u200e\u200f]/g, '').replace(/\s/g, '\u00a0')).join('');
  return [around(parts.slice(0, at)), around(parts.slice(at + 1))];
}

/** A share of a whole, 0 to 1, in whole per cent: `42%`, `42 %`. */
export function writtenShare(share: number, language: string): string {
  return new Intl.NumberFormat(language, { style: 'percent' }).format(share);
}
