/** What was probably meant by a value that is written in another way than its kind asks for. */

const YES = /^(?:yes|on|y|ja|oui|sí|si|da|так|tak|kyllä|evet|wahr|vrai|x|✓)$/iu;
const NO = /^(?:no|off|n|nein|non|nej|nie|ні|нет|ei|hayır|falsch|faux)$/iu;

/** `true` or `false` for a word that says so in another way. */
export function switchOf(written: string): string | null {
  const word = written.trim();
  if (YES.test(word)) return 'true';
  return NO.test(word) ? 'false' : null;
}

/** How many of the given unit one of another is. */
const LENGTHS: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  mm: { mm: 1, cm: 10, in: 25.4, '"': 25.4, pt: 25.4 / 72 },
  pt: { pt: 1, px: 0.75, mm: 72 / 25.4 },
};

/** The number of `25mm`, `2.5 cm` or `25,5` in a field that counts `unit`; null for what is not a number in any unit known. */
export function numberOf(written: string, unit: string): string | null {
  const found = /^\s*(?<number>\d+(?:[.,]\d+)?)\s*(?<unit>%|"|[a-z]*)\s*$/iu.exec(written)?.groups;
  if (found?.number === undefined) return null;
  const number = Number(found.number.replace(',', '.'));
  const own = (found.unit ?? '').toLowerCase();
  if (own === '%') return unit === '' ? shortest(number / 100) : null;
  const factor = own === '' ? 1 : LENGTHS[unit]?.[own];
  return factor === undefined ? null : shortest(number * factor);
}

function shortest(number: number): string {
  return String(Math.round(number * 100) / 100);
}
