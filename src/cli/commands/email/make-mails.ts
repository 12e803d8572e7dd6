import type { LoadedBrief } from '../../../brief/brief.js';
import { dateOf } from '../../../briefing/briefing.js';
import type { Briefing } from '../../../briefing/choices.js';
import { documentName } from '../../../briefing/document-name.js';
import type { MailText } from '../../../briefing/mail-text.js';
import { type Diagnostic, distinct, type Outcome, outcomeOf, success } from '../../../diagnostics/diagnostic.js';
import type { Mailbox } from '../../../mail/mailbox.js';
import type { Mailing, NumberedDelivery } from '../../../mail/mailings.js';
import { makeLetter } from '../../../mail/make-letter.js';
import type { Attached, Letter } from '../../../mail/message.js';
import { type Materials, makeDocument } from '../../../materials/make-document.js';
import type { OpenedBrief } from '../../../materials/open-brief.js';
import { redactAsAsked } from '../../../redaction/redact-brief.js';
import type { EmailOptions } from '../../options.js';
import { type BuildSettings, briefingChoices } from '../../settings.js';
import { hasLeak } from '../build/withdraw.js';

/** A mail that can be written or sent. */
export interface Mail {
  readonly mailing: Mailing;
  readonly letter: Letter;
  /** The draft's file, without its folder. */
  readonly file: string;
  /** The marking that its subject begins with; null where it has none. */
  readonly marking: string | null;
  /** ISO 8601: the date of the brief, which a draft bears. */
  readonly date: string;
  readonly pages: number;
}

export interface MailPress {
  readonly opened: OpenedBrief;
  /** The whole brief. */
  readonly whole: LoadedBrief;
  readonly settings: BuildSettings;
  readonly materials: Materials;
  readonly options: Pick<EmailOptions, 'body' | 'memo'>;
  readonly from: Mailbox | null;
  /** The PDFs of the numbered copies, which have their readers on every page. */
  readonly copies: ReadonlyMap<NumberedDelivery, CopyFile>;
  /** Takes away what was written of a document before that shows something withheld now. */
  readonly withdraw: (name: string) => readonly Diagnostic[];
}

/** A numbered copy as it is attached. */
export interface CopyFile {
  readonly attached: Attached;
  readonly pages: number;
}

/** Makes the documents of all mails, each edition and language once, and the letters around them; or says what is wrong. */
export async function makeMails(mailings: readonly Mailing[], press: MailPress): Promise<Outcome<readonly Mail[]>> {
  const documents = new Map<string, Promise<Outcome<Documents>>>();
  const mails: Mail[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const mailing of mailings) {
    const key = JSON.stringify([mailing.edition, mailing.language, mailing.copy === null]);
    const making = documents.get(key) ?? makeDocuments(mailing, press);
    documents.set(key, making);
    const made = await making;
    diagnostics.push(...made.diagnostics);
    if (!made.ok) continue;
    const { loaded, briefing } = made.value;
    const copy = mailing.copy && press.copies.get(mailing.copy);
    if (copy === undefined) continue;
    const letter = makeLetter(mailing, { loaded, briefing, copy: copy?.attached ?? null, from: press.from });
    diagnostics.push(...letter.diagnostics);
    if (!letter.ok) continue;
    mails.push({
      mailing,
      letter: letter.value,
      file: fileOf(mailing, briefing.name, mailings),
      marking: loaded.brief.marking?.tlp ?? null,
      date: press.settings.created ?? dateOf(loaded),
      pages: copy?.pages ?? briefing.pages,
    });
  }
  return outcomeOf(mails, distinct(diagnostics));
}

interface Documents {
  readonly loaded: LoadedBrief;
  readonly briefing: Briefing & { readonly mail: MailText };
}

async function makeDocuments({ edition, language, copy }: Mailing, press: MailPress): Promise<Outcome<Documents>> {
  const { whole, opened, settings, materials, options } = press;
  const redacted = edition === null ? success(whole) : redactAsAsked(whole, { edition });
  if (!redacted.ok) return redacted;
  const loaded = redacted.value;
  // A numbered copy has been made, and the memo is no part of it.
  const formats = copy === null ? (options.memo ? (['pdf', 'md'] as const) : (['pdf'] as const)) : [];
  const choices = { ...briefingChoices({ ...settings, formats }, language), mail: options.body };
  const made = await makeDocument(loaded, choices, opened, materials);
  const diagnostics = [...redacted.diagnostics, ...made.diagnostics];
  if (!made.ok) {
    const removed = hasLeak(made.diagnostics) ? press.withdraw(documentName(loaded, language)) : [];
    return { ...made, diagnostics: [...diagnostics, ...removed] };
  }
  const { mail } = made.value;
  if (mail === undefined) throw new Error('The words of a mail were asked for.');
  return outcomeOf({ loaded, briefing: { ...made.value, mail } }, diagnostics);
}

/** `visit.eml`, `visit.copy-3.eml`; `visit.reader-2.eml` where several readers get the same. */
function fileOf(mailing: Mailing, name: string, all: readonly Mailing[]): string {
  if (mailing.copy !== null) return `${name}.copy-${mailing.copy.copy.number}.eml`;
  const same = all.filter(
    ({ edition, language, copy }) => copy === null && edition === mailing.edition && language === mailing.language,
  );
  return same.length === 1 ? `${name}.eml` : `${name}.reader-${same.indexOf(mailing) + 1}.eml`;
}
