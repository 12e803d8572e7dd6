/** Items in a row with commas and the language's "and". */
export function listWords(items: readonly string[], language: string): string {
  return listParts(items.length, language)
    .map((part) => (typeof part === 'number' ? items[part] : part))
    .join('');
}

/**
 * The pattern of a list: the places of its items and the words between them, so that items may be more than strings.
 */
export function listParts(length: number, language: string): (number | string)[] {
  const words = LISTS[language.startsWith('mn-') ? 'mn' : language];
  if (words === undefined) return partsByIntl(length, language);
  const [between, last] = words;
  return Array.from({ length }, (_, i) => i).flatMap((i) => {
    const before = i === length - 1 ? last : between;
    return i === 0 ? [i] : [before, i];
  });
}

function partsByIntl(length: number, language: string): (number | string)[] {
  const places = Array.from({ length }, (_, i) => String(i));
  const parts = new Intl.ListFormat(language, { type: 'conjunction', style: 'long' }).formatToParts(places);
  return parts.map((part) => (part.type === 'element' ? Number(part.value) : part.value));
}

/**
 * What stands between two items, and before the last, as `Intl` has it: to make the first formatter of a process takes long.
 * English is that of `en-GB`. ICU has no conjunction for Mongolian; `болон` is the one that documents use.
 */
const LISTS: Readonly<Record<string, readonly [between: string, last: string]>> = {
  ar: [' و', ' و'],
  da: [', ', ' og '],
  de: [', ', ' und '],
  el: [', ', ' και '],
  en: [', ', ' and '],
  es: [', ', ' y '],
  fi: [', ', ' ja '],
  fr: [', ', ' et '],
  it: [', ', ' e '],
  ja: ['、', '、'],
  mn: [', ', ' болон '],
  nb: [', ', ' og '],
  nl: [', ', ' en '],
  pl: [', ', ' i '],
  pt: [', ', ' e '],
  ru: [', ', ' и '],
  sv: [', ', ' och '],
  tr: [', ', ' ve '],
  uk: [', ', ' і '],
  zh: ['、', '和'],
};
