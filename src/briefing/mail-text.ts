import type { Furniture, PrintDocument } from '../document/document.js';
import type { Theme } from '../layout/theme/theme-type.js';

/** What a mail says: the bottom line, what has changed, facts and open questions, or the whole document. */
export const MAIL_BODIES = ['short', 'whole'] as const;
export type MailBody = (typeof MAIL_BODIES)[number];

/** The words of a mail. Subject and text begin with the marking, as TLP 2.0 asks. */
export interface MailText {
  /** One line. */
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

export async function mailTextOf(document: PrintDocument, theme: Theme): Promise<MailText> {
  const [{ plainText }, { mailPage }] = await Promise.all([
    import('../plain/plain-text.js'),
    import('../web/mail-page.js'),
  ]);
  return { subject: subjectOf(document.furniture), text: plainText(document), html: mailPage(document, theme) };
}

/** `OFFICIAL – TLP:AMBER – DRAFT – What it is about` */
function subjectOf({ marking, tlp, watermark, runningTitle }: Furniture): string {
  const parts = [marking?.toLocaleUpperCase('en'), tlp, watermark, runningTitle];
  const words = parts.filter((part) => part !== null && part !== undefined && part !== '').join(' – ');
  return words.replace(UNSEEN, '').replace(/\s+/g, ' ').trim();
}

/** What a line of a mail's head may not hold, and what shows words in another order than they are read in. */
const UNSEEN = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]|\p{Surrogate}/gu;
