/** The plan of who gets what → the mails that bring it to them. */
import type { Brief, LoadedBrief } from '../brief/brief.js';
import { languagesOf } from '../brief/languages.js';
import { withinLimit } from '../brief/markings.js';
import { addressKey, type Delivery, planDelivery, readerName } from '../delivery/plan.js';
import { type Diagnostic, error, failure, type Outcome, outcomeOf, placedBy } from '../diagnostics/diagnostic.js';
import { markingOf, namedRedactions } from '../redaction/choose-redaction.js';
import { headName, type Mailbox, readMailbox } from './mailbox.js';

/** One mail, before its documents are made. */
export interface Mailing {
  /** The id of the edition; null for the whole brief. */
  readonly edition: string | null;
  readonly language: string;
  /** A numbered copy goes alone; null for everything else. */
  readonly copy: NumberedDelivery | null;
  readonly addressees: readonly Addressee[];
}

/** A delivery of a numbered copy. */
export type NumberedDelivery = Delivery & { readonly copy: NonNullable<Delivery['copy']> };

export interface Addressee {
  readonly mailbox: Mailbox;
  readonly kind: 'to' | 'cc';
  /** For people: the name, or the address. */
  readonly reader: string;
  /** The field of the brief that names the reader; null for one from the command line. */
  readonly field: string | null;
}

export interface MailWish {
  /** Addresses from the command line, in place of those of the brief. */
  readonly to?: readonly string[];
  readonly cc?: readonly string[];
  readonly editions?: readonly string[];
  readonly language?: string;
  /** The numbers of copies to take. */
  readonly only?: readonly number[];
  /** A mail for each reader, in place of one for all who get the same. */
  readonly each: boolean;
  /** A draft may leave the addresses to whoever sends it. */
  readonly isDraft: boolean;
}

/** The mails that a brief is to be sent in. Errors: those of the plan, `mail-address`, `mail-edition`. */
export function planMailings(loaded: LoadedBrief, wish: MailWish): Outcome<readonly Mailing[]> {
  const made = wish.to || wish.cc ? byHand(loaded, wish) : fromBrief(loaded, wish);
  const placed = placedBy(loaded.placeOf, made.diagnostics);
  return made.ok ? outcomeOf(made.value, placed) : failure(placed);
}

function fromBrief(loaded: LoadedBrief, wish: MailWish): Outcome<readonly Mailing[]> {
  const { only, editions, each, isDraft } = wish;
  const plan = planDelivery(loaded, { purpose: 'email', ...(only && { only }), ...(editions && { editions }) });
  const isNobody = plan.diagnostics.every(({ code, severity }) => severity !== 'error' || code === 'delivery-nobody');
  if (!plan.ok && isDraft && isNobody && only === undefined) {
    const warnings = plan.diagnostics.map((found) => ({ ...found, severity: 'warning' as const }));
    return outcomeOf(
      cutsOf(wish).map((edition) => emptyMailing(loaded.brief, edition, wish)),
      warnings,
    );
  }
  if (!plan.ok) return plan;
  const problems: Diagnostic[] = [...plan.diagnostics];
  const mailings = new Map<string, Mailing>();
  for (const [index, delivery] of plan.value.entries()) {
    const addressee = addresseeOf(delivery);
    if (addressee === null) {
      problems.push(notAnAddress(delivery.email ?? '', `${delivery.field}.email`));
      continue;
    }
    const { edition } = delivery;
    const copy = isNumbered(delivery) ? delivery : null;
    const language = copy === null ? languageFor(loaded.brief, edition, wish) : delivery.language;
    const key = JSON.stringify([edition, language, copy !== null || each ? index : null]);
    const before = mailings.get(key)?.addressees ?? [];
    mailings.set(key, { edition, language, copy, addressees: [...before, addressee] });
  }
  return outcomeOf([...mailings.values()], problems);
}

function isNumbered(delivery: Delivery): delivery is NumberedDelivery {
  return delivery.copy !== null;
}

function addresseeOf({ email, reader, field }: Delivery): Addressee | null {
  const mailbox = readMailbox(email ?? '');
  if (mailbox === null) return null;
  const name = headName(readerName(reader));
  const kind = /(?:^|\.)cc\[\d+\]$/.test(field) ? 'cc' : 'to';
  return { mailbox: { name, address: mailbox.address }, kind, reader: name ?? mailbox.address, field };
}

function byHand(loaded: LoadedBrief, wish: MailWish): Outcome<readonly Mailing[]> {
  const written = [
    ...(wish.to ?? []).map((text) => ({ text, kind: 'to' as const })),
    ...(wish.cc ?? []).map((text) => ({ text, kind: 'cc' as const })),
  ];
  const problems: Diagnostic[] = [];
  const addressees = written.flatMap(({ text, kind }): Addressee[] => {
    const mailbox = readMailbox(text);
    if (mailbox === null) {
      problems.push(notAnAddress(text, null));
      return [];
    }
    return [{ mailbox, kind, reader: mailbox.name ?? mailbox.address, field: null }];
  });
  const cuts = cutsOf(wish);
  const known = planDelivery(loaded, { purpose: 'copies' });
  const byMail = planDelivery(loaded, { purpose: 'email' });
  const deliveries = [known, byMail].flatMap((plan) => (plan.ok ? plan.value : []));
  for (const { mailbox } of addressees) {
    for (const edition of cuts) problems.push(...notForReader(loaded.brief, { mailbox, edition, deliveries }));
  }
  const mailings = cuts.flatMap((edition): Mailing[] => {
    const plain = emptyMailing(loaded.brief, edition, wish);
    return wish.each ? addressees.map((one) => ({ ...plain, addressees: [one] })) : [{ ...plain, addressees }];
  });
  return problems.length > 0 ? failure(problems) : outcomeOf(mailings, []);
}

function cutsOf({ editions }: MailWish): readonly (string | null)[] {
  return editions === undefined ? [null] : [...new Set(editions)];
}

function emptyMailing(brief: Brief, edition: string | null, wish: MailWish): Mailing {
  return { edition, language: languageFor(brief, edition, wish), copy: null, addressees: [] };
}

function languageFor(brief: Brief, edition: string | null, { language }: MailWish): string {
  const own = (brief.editions ?? []).find(({ id }) => id === edition)?.languages;
  return language ?? own?.[0] ?? languagesOf(brief)[0];
}

interface Reading {
  readonly mailbox: Mailbox;
  readonly edition: string | null;
  readonly deliveries: readonly Delivery[];
}

/** A reader to whom the brief gives one edition may have another only if that shows no more. */
function notForReader(brief: Brief, { mailbox, edition, deliveries }: Reading): readonly Diagnostic[] {
  const own = deliveries.filter(({ email }) => email !== null && addressKey(email) === addressKey(mailbox.address));
  const limitOf = (id: string | null) =>
    namedRedactions(brief).find(({ name }) => name === id)?.limit ?? markingOf(brief);
  const isAllowed = own.some(
    (each) =>
      each.edition === edition ||
      each.edition === null ||
      (edition !== null && withinLimit(limitOf(edition), limitOf(each.edition))),
  );
  const [first] = own;
  if (first === undefined || isAllowed) return [];
  const what = edition === null ? 'the whole brief' : `the edition "${edition}"`;
  const message = `\`${first.field}\` gives ${mailbox.address} the edition "${first.edition}", and this mail has ${what}.`;
  return [
    error('mail-edition', message, {
      at: first.field,
      hints: [`Add --edition ${first.edition}, or leave the address out.`],
    }),
  ];
}

export function notAnAddress(written: string, field: string | null): Diagnostic {
  const shown = JSON.stringify(written.slice(0, 200));
  return error('mail-address', `${shown} is not an e-mail address.`, {
    at: field ?? undefined,
    hints: ['Write anna@example.org or "Anna Berg <anna@example.org>"; give several one by one.'],
  });
}
