/** Parts of a text that tell as much as the whole: surnames, addresses, telephone numbers. */
import { digitsIn, wordsIn } from './words.js';

/** Before a surname, and part of it: `van der Berg`. */
const PARTICLES = /^(?:al|bin|da|de|del|der|di|dos|du|el|ibn|la|le|ten|van|von|zu|af|av)$/i;
const SHORTEST_NAME = 3;

interface PersonNames {
  readonly alone: readonly (readonly string[])[];
  readonly whole: readonly (readonly string[])[];
}

/** A surname alone, and the name with its surname first; of a name in one word, nothing more. */
export function namesOf(text: string): PersonNames {
  const [first = '', ...rest] = text.split(',');
  const isTurned = rest.length > 0;
  const words = wordsIn(isTurned ? `${rest.join(' ')} ${first}` : text).map(({ written }) => written);
  if (words.length < 2 || words.length > 5 || !words.every(isNameWord)) return { alone: [], whole: [] };
  const given = words.slice(0, -1);
  const surname = words.at(-1) ?? '';
  const inOrder = isTurned ? [words] : [];
  const alone = [...surname].length >= SHORTEST_NAME && !PARTICLES.test(surname) ? [[surname]] : [];
  return { alone, whole: [[surname, ...given], ...inOrder] };
}

/** A name is written with a capital, where its script has any. */
function isNameWord(word: string): boolean {
  return PARTICLES.test(word) || (!/^\p{Ll}/u.test(word) && !/\p{N}/u.test(word));
}

const EMAIL = /[^\s<>()[\]"',;:]+@[^\s<>()[\]"',;:]+\.[\p{L}]{2,}/gu;
const LINK = /\b(?:https?:\/\/|www\.)[^\s<>()[\]"']+/giu;
/** Words for a street: after its name, at the end of its name, before its name. */
const AFTER = 'Street|Road|Avenue|Lane|Drive|Square|Boulevard|Court|Terrace|Quay|Place|Platz|Allee|Weg|Gata|Torg|Plein';
const AT_END = 'stra(?:ss|ß)e|straat|platz|weg|allee|plein|gatan?|v[äa]gen|torget|torg|gr[äa]nd';
const BEFORE = '[Rr]ue|[Aa]venue|[Bb]oulevard|[Pp]lace|[Qq]uai|[Vv]ia|[Pp]iazza|[Cc]alle|[Pp]laza|[Uu]lica';
const NAME = "\\p{Lu}[\\p{L}\\p{M}’'-]*";
const OF = '(?:(?:de|du|des|la|le|del|della|di) )*';
const STREET = `(?:(?:${AFTER})(?!\\p{L})|\\p{Lu}\\p{L}*(?:${AT_END})(?!\\p{L})|(?:${BEFORE}) ${OF}${NAME})`;
/** A house in a street, the number before or after the name. */
const HOUSES = [
  new RegExp(`(?<!\\p{N})\\p{N}{1,5}\\p{L}?,? (?:${NAME} ){0,3}${STREET}(?: ${NAME}){0,2}`, 'gu'),
  new RegExp(`(?:${NAME} ){0,3}${STREET}(?: ${NAME}){0,2},? \\p{N}{1,5}\\p{L}?(?![\\p{L}\\p{N}])`, 'gu'),
];

/** Addresses of mail, of pages and of houses in a text: a sentence around them may be told in other words. */
export function addressesIn(text: string): readonly string[] {
  const emails = text.match(EMAIL) ?? [];
  const links = (text.match(LINK) ?? []).map((link) => link.replace(/^https?:\/\//i, '').replace(/[.,;:!?]+$/, ''));
  const houses = HOUSES.flatMap((house) => text.match(house) ?? []);
  return [...emails, ...links, ...houses];
}

/** Digits of a telephone number, and of its part without the country that stands alone. */
const PHONE_DIGITS = 7;
const OWN_DIGITS = 8;
const DATE = /\b\d{4}-\d{2}-\d{2}\b/g;

/** The digits of numbers that are as long as a telephone number; of an international one, its last digits too. */
export function phonesIn(text: string): readonly string[] {
  const numbers = digitsIn(text.replace(DATE, ' | ')).filter(({ length }) => length >= PHONE_DIGITS);
  return numbers.flatMap((digits) => {
    const isInternational = digits.length > OWN_DIGITS + 1 && (/^00/.test(digits) || /\+\s?\d/.test(text));
    return isInternational ? [digits, digits.slice(-OWN_DIGITS)] : [digits];
  });
}
