/** The names of persons and bodies in BibTeX and biblatex → names of CSL-JSON. */
import { plainOf, splitOutside } from './latex.js';

type Name = Readonly<Record<string, string>>;

/** Names are parted by `and`; a name in braces has no parts, `others` is et al. */
export function namesOf(value: string): Name[] {
  return splitOutside(value.replace(/\s+/g, ' '), / and /)
    .map((name) => name.trim())
    .filter((name) => name !== '')
    .map((name) => (name.toLowerCase() === 'others' ? { literal: 'et al.' } : nameOf(name)))
    .filter((name) => Object.keys(name).length > 0);
}

/** `First von Last`, `von Last, First`, `von Last, Jr, First`, or in parts, as biblatex 3.5 has them. */
function nameOf(name: string): Name {
  if (/^\{(?:[^{}]|\{[^{}]*\})*\}$/.test(name)) return { literal: plainOf(name) };
  if (/^"?(?:family|given|prefix|suffix)(?:-i)?\s*=/.test(name)) return extendedName(name);
  const parts = splitOutside(name, /,/).map((part) => part.trim());
  const [first = '', second, third] = parts;
  if (second === undefined) return unordered(splitOutside(first, / /));
  const { von, last } = withParticle(splitOutside(first, / /));
  return person({ von, last, given: third ?? second, suffix: third === undefined ? '' : second });
}

/** `family=Gaulle, given=Charles, prefix=de, useprefix=true`. A part may be in quotes or braces. */
function extendedName(name: string): Name {
  const parts = new Map(
    splitOutside(name, /,/).map((part) => {
      const [key = '', ...value] = part.split('=');
      return [key.trim().replace(/^"/, ''), value.join('=').trim().replace(/^"|"$/g, '')] as const;
    }),
  );
  const part = (key: string) => parts.get(key) ?? '';
  const whole = { last: part('family'), given: part('given'), von: part('prefix'), suffix: part('suffix') };
  return whole.last === '' ? { literal: plainOf(whole.given) } : person(whole);
}

function unordered(words: readonly string[]): Name {
  if (words.length === 1) return { literal: plainOf(words[0] ?? '') };
  const particle = words.findIndex((word, i) => i > 0 && i < words.length - 1 && isLower(word));
  const family = particle === -1 ? words.slice(-1) : words.slice(particle);
  const given = words.slice(0, words.length - family.length).join(' ');
  return person({ ...withParticle(family), given, suffix: '' });
}

function withParticle(words: readonly string[]): { von: string; last: string } {
  const count = words.findIndex((word, i) => i === words.length - 1 || !isLower(word));
  return { von: words.slice(0, count).join(' '), last: words.slice(count).join(' ') };
}

interface NameParts {
  readonly von: string;
  readonly last: string;
  readonly given: string;
  readonly suffix: string;
}

function person({ von, last, given, suffix }: NameParts): Name {
  const parts = { family: last, given, 'non-dropping-particle': von, suffix };
  return Object.fromEntries(
    Object.entries(parts).flatMap(([name, value]) => (plainOf(value) === '' ? [] : [[name, plainOf(value)]])),
  );
}

function isLower(word: string): boolean {
  return /^\p{Ll}/u.test(plainOf(word));
}
