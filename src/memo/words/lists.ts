/** Items in a row with commas and the language's "and". */
export function listWords(items: readonly string[], language: string): string {
  return listParts(items.length, language)
    .map((part) => (typeof part === 'number' ? items[part] : part))
    .join('');
}

/**
 * The pattern of a list: the places of its items and the words between them, so that items may be more than strings.
 * ICU has no conjunction for Mongolian lists; `болон` is the one that documents use.
 */
export function listParts(length: number, language: string): (number | string)[] {
  if (language === 'mn' || language.startsWith('mn-')) return mongolianList(length);
  const places = Array.from({ length }, (_, i) => String(i));
  const locale = language === 'en' ? 'en-GB' : language;
  const parts = new Intl.ListFormat(locale, { type: 'conjunction', style: 'long' }).formatToParts(places);
  return parts.map((part) => (part.type === 'element' ? Number(part.value) : part.value));
}

function mongolianList(length: number): (number | string)[] {
  return Array.from({ length }, (_, i) => i).flatMap((i) => {
    const between = i === length - 1 ? ' болон ' : ', ';
    return i === 0 ? [i] : [between, i];
  });
}
