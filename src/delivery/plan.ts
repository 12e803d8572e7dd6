/** Brief → who gets what: one plan for numbered copies, mail and printers. */
import type { Brief, DistributionCopy, Label, LoadedBrief, Tlp } from '../brief/brief.js';
import { languagesOf, textIn } from '../brief/languages.js';
import {
  type Diagnostic,
  error,
  failure,
  type Outcome,
  outcomeOf,
  placedBy,
  warning,
} from '../diagnostics/diagnostic.js';
import { chooseCut, languageIn } from './choose-edition.js';

export const MEDIA = ['print', 'email'] as const;
export type Medium = (typeof MEDIA)[number];

/** What one reader gets. */
export interface Delivery {
  /** The field of the brief that names the reader: `distribution[2]`, `to[0]`, `editions[1].overrides.cc[0]`. */
  readonly field: string;
  /** The number of the copy, and the highest of all; null for an addressee who holds no numbered copy. */
  readonly copy: { readonly number: number; readonly of: number } | null;
  /** Who it is, in the language of the copy, each on one line. */
  readonly reader: Reader;
  /** The id of the edition; null for the whole brief. */
  readonly edition: string | null;
  /** A language of the brief, as the brief writes it. */
  readonly language: string;
  /** The TLP marking of the document; null where the brief bears none. */
  readonly marking: Tlp | null;
  /** How it reaches the reader; null where the brief does not say. */
  readonly medium: Medium | null;
  readonly email: string | null;
  readonly printer: string | null;
}

export interface Reader {
  readonly name: string | null;
  readonly role: string | null;
  readonly unit: string | null;
  readonly organisation: string | null;
}

/** What the plan is for: `copies` takes every numbered copy, the others those of their medium. */
export type Purpose = 'copies' | Medium;

export interface PlanWish {
  readonly purpose: Purpose;
  /** The numbers of copies to take; all without it. */
  readonly only?: readonly number[];
  /** The ids of editions to take; all, and the whole brief, without it. */
  readonly editions?: readonly string[];
}

/**
 * Who gets what of a brief, in the order of the brief. A mail also goes to `to` and `cc`, and to those of each edition,
 * as far as they have an address; whoever holds a numbered copy gets that alone.
 *
 * Errors, all at once, each with its place: `edition-unknown`, `delivery-clearance`, `delivery-address`,
 * `delivery-nobody`. Warning: `delivery-twice`.
 */
export function planDelivery(loaded: LoadedBrief, wish: PlanWish): Outcome<readonly Delivery[]> {
  const { brief, placeOf } = loaded;
  const numbered = numberedCopies(brief);
  const copies = numbered.deliveries.filter((each) => isOf(each, wish.purpose));
  const addressed = wish.purpose === 'email' && wish.only === undefined ? addressees(brief, copies) : [];
  const { only, editions } = wish;
  const wanted = [...copies, ...addressed]
    .filter(({ copy }) => only === undefined || (copy !== null && only.includes(copy.number)))
    .filter(({ edition }) => editions === undefined || (edition !== null && editions.includes(edition)));
  const problems = [
    ...numbered.problems,
    ...unknownWishes(brief, wish),
    ...(wish.purpose === 'email' ? copies.flatMap(withoutAddress) : []),
    ...twice(copies),
  ];
  const isEmpty = wanted.length === 0 && !problems.some(({ severity }) => severity === 'error');
  return outcomeOf(wanted, placedBy(placeOf, isEmpty ? [...problems, nobody(wish, copies)] : problems));
}

function numberedCopies(brief: Brief): { deliveries: readonly Delivery[]; problems: readonly Diagnostic[] } {
  const list = brief.distribution ?? [];
  const of = Math.max(0, ...list.map(({ copy }) => copy));
  const made = list.map((copy, index) => numberedCopy(brief, copy, { field: `distribution[${index}]`, of }));
  return {
    deliveries: made.flatMap((each) => (each.ok ? [each.value] : [])),
    problems: made.flatMap((each) => each.diagnostics),
  };
}

function numberedCopy(
  brief: Brief,
  copy: DistributionCopy,
  { field, of }: { readonly field: string; readonly of: number },
): Outcome<Delivery> {
  const cut = chooseCut(brief, copy, field);
  if (!cut.ok) return cut;
  const { edition, limit, languages } = cut.value;
  const [main = 'en'] = languages;
  const language = copy.language === undefined ? main : languageIn(cut.value, copy.language);
  if (language === undefined) return failure([notInLanguage(copy.language ?? '', languages, field)]);
  const { email = null, printer = null } = copy;
  const usual = email !== null ? 'email' : printer !== null ? 'print' : null;
  return outcomeOf(
    {
      field,
      copy: { number: copy.copy, of },
      reader: readerOf(copy, language, brief),
      edition,
      language,
      marking: edition === null ? (brief.marking?.tlp ?? null) : limit,
      medium: copy.medium ?? usual,
      email,
      printer,
    },
    cut.diagnostics,
  );
}

interface Person {
  readonly name?: Label | undefined;
  readonly role?: Label | undefined;
  readonly unit?: Label | undefined;
  readonly organisation?: Label | undefined;
  readonly email?: string | undefined;
}

/** Those of `to` and `cc` with an address; of the brief, and of each edition that has its own. Each address once. */
function addressees(brief: Brief, copies: readonly Delivery[]): readonly Delivery[] {
  const seen = new Set(copies.flatMap(({ email }) => (email === null ? [] : [addressKey(email)])));
  const [main] = languagesOf(brief);
  const whole = { edition: null, marking: brief.marking?.tlp ?? null, language: main };
  const lists = [
    { people: brief.to ?? [], field: 'to', ...whole },
    { people: brief.cc ?? [], field: 'cc', ...whole },
    ...(brief.editions ?? []).flatMap(({ id, maxTlp, languages, overrides }, index) => {
      const marking = maxTlp ?? brief.marking?.tlp ?? null;
      const own = { edition: id, marking, language: languages?.[0] ?? main };
      const at = `editions[${index}].overrides`;
      return [
        { people: overrides?.to ?? [], field: `${at}.to`, ...own },
        { people: overrides?.cc ?? [], field: `${at}.cc`, ...own },
      ];
    }),
  ];
  return lists.flatMap(({ people, field, edition, marking, language }) =>
    people.flatMap((person: Person, index): Delivery[] => {
      const { email } = person;
      if (email === undefined || seen.has(addressKey(email))) return [];
      seen.add(addressKey(email));
      const reader = readerOf(person, language, brief);
      const given = { edition, marking, language, email };
      return [{ field: `${field}[${index}]`, copy: null, reader, medium: 'email', printer: null, ...given }];
    }),
  );
}

/** A person of the brief in a language of it, each part on one line. */
export function readerOf(person: Person, language: string, brief: Brief): Reader {
  // On one line: a name becomes part of headers, where a line of its own would be a header of its own.
  const inLanguage = (label: Label | undefined): string | null =>
    label === undefined ? null : textIn(label, language, brief).replace(/\s+/g, ' ').trim();
  return {
    name: inLanguage(person.name),
    role: inLanguage(person.role),
    unit: inLanguage(person.unit),
    organisation: inLanguage(person.organisation),
  };
}

/** What a person calls the reader: the name, or the office. */
export function readerName({ name, role, unit, organisation }: Reader): string | null {
  return name ?? role ?? unit ?? organisation;
}

/** Mail servers may tell capitals apart before the @; none that anybody uses does. */
export function addressKey(email: string): string {
  return email.toLowerCase();
}

function isOf({ medium }: Delivery, purpose: Purpose): boolean {
  if (purpose === 'copies') return true;
  return purpose === 'email' ? medium === 'email' : medium !== 'email';
}

function withoutAddress({ email, field }: Delivery): readonly Diagnostic[] {
  if (email !== null) return [];
  const hints = [`Add \`email\` to \`${field}\`, or write \`medium: print\`.`];
  return [error('delivery-address', `\`${field}\` goes by e-mail, but has no \`email\`.`, { at: field, hints })];
}

/** Two copies of one edition in one language to one address: one of them has another reader, or none. */
function twice(deliveries: readonly Delivery[]): readonly Diagnostic[] {
  const first = new Map<string, string>();
  return deliveries.flatMap(({ field, email, edition, language }) => {
    if (email === null) return [];
    const key = JSON.stringify([addressKey(email), edition, language]);
    const other = first.get(key);
    first.set(key, other ?? field);
    if (other === undefined) return [];
    const message = `\`${field}\` goes to ${email}, as \`${other}\` does, and is a copy of the same document.`;
    return [warning('delivery-twice', message, { at: `${field}.email`, hints: ['Take one of them off the list.'] })];
  });
}

function unknownWishes(brief: Brief, { only = [], editions = [] }: PlanWish): readonly Diagnostic[] {
  const numbers = (brief.distribution ?? []).map(({ copy }) => copy);
  const ids = (brief.editions ?? []).map(({ id }) => id);
  const has = (all: readonly unknown[]) => (all.length > 0 ? [`It has: ${all.join(', ')}.`] : []);
  return [
    ...only
      .filter((number) => !numbers.includes(number))
      .map((number) =>
        error('delivery-nobody', `There is no copy ${number}.`, { at: 'distribution', hints: has(numbers) }),
      ),
    ...editions
      .filter((id) => !ids.includes(id))
      .map((id) => error('edition-unknown', `The brief has no edition "${id}".`, { at: 'editions', hints: has(ids) })),
  ];
}

const NEEDED: Readonly<Record<Purpose, string>> = {
  copies: 'List its copies in `distribution`, such as `- { copy: 1, role: Private office }`.',
  email: 'Give `email` to readers in `distribution`, `to` or `cc`.',
  print: 'List copies on paper in `distribution`, such as `- { copy: 1, role: Private office, medium: print }`.',
};

const NOBODY: Readonly<Record<Purpose, string>> = {
  copies: 'The brief has no copies to hand out.',
  email: 'The brief has nobody to mail it to.',
  print: 'The brief has no copies to print.',
};

/** How a copy is one of those that are looked for. */
const FITTING: Readonly<Record<Purpose, string>> = {
  copies: 'has a number',
  email: 'goes by e-mail',
  print: 'goes on paper',
};

function nobody({ purpose, only, editions }: PlanWish, copies: readonly Delivery[]): Diagnostic {
  const isNarrowed = copies.length > 0 && (only !== undefined || editions !== undefined);
  const message = isNarrowed ? `None of the copies that are asked for ${FITTING[purpose]}.` : NOBODY[purpose];
  const hint = isNarrowed ? `Those that there are: ${copies.map(copyWords).join(', ')}.` : NEEDED[purpose];
  return error('delivery-nobody', message, { at: 'distribution', hints: [hint] });
}

/** `1 (whole brief)` */
function copyWords({ copy, edition }: Delivery): string {
  return `${copy?.number} (${edition ?? 'whole brief'})`;
}

function notInLanguage(language: string, languages: readonly string[], field: string): Diagnostic {
  const message = `\`${field}.language\` is \`${language}\`, which its edition is not written in.`;
  return error('sense-language-missing', message, {
    at: `${field}.language`,
    hints: [`It has: ${languages.join(', ')}.`],
  });
}
