/** Quotation marks, opening and closing. */
export type QuotationMarks = readonly [open: string, close: string];

interface Marks {
  readonly outer: QuotationMarks;
  /** Of words quoted within a quotation. */
  readonly inner: QuotationMarks;
}

const NBSP = '\u00A0';
const ENGLISH: Marks = { outer: ['“', '”'], inner: ['‘', '’'] };
const RIGHT: Marks = { outer: ['”', '”'], inner: ['’', '’'] };
const LOW: Marks = { outer: ['„', '“'], inner: ['‚', '‘'] };
const GUILLEMETS: Marks = { outer: ['«', '»'], inner: ['“', '”'] };
const NORWEGIAN: Marks = { outer: ['«', '»'], inner: ['‘', '’'] };
const SLAVIC: Marks = { outer: ['«', '»'], inner: ['„', '“'] };
const CORNERS: Marks = { outer: ['「', '」'], inner: ['『', '』'] };

/** By language; after the style guides of each (for French with no-break spaces inside the guillemets). */
const MARKS: Readonly<Record<string, Marks>> = {
  en: ENGLISH,
  sv: RIGHT,
  fi: RIGHT,
  da: { outer: ['»', '«'], inner: ['›', '‹'] },
  nb: NORWEGIAN,
  nn: NORWEGIAN,
  no: NORWEGIAN,
  fr: { outer: [`«${NBSP}`, `${NBSP}»`], inner: ['“', '”'] },
  de: LOW,
  nl: { outer: ['‘', '’'], inner: ['“', '”'] },
  es: GUILLEMETS,
  pt: GUILLEMETS,
  it: GUILLEMETS,
  pl: { outer: ['„', '”'], inner: ['«', '»'] },
  cs: LOW,
  el: GUILLEMETS,
  ru: SLAVIC,
  uk: SLAVIC,
  be: SLAVIC,
  mn: SLAVIC,
  kk: SLAVIC,
  ar: GUILLEMETS,
  fa: GUILLEMETS,
  ja: CORNERS,
  'zh-hant': CORNERS,
  'zh-tw': CORNERS,
  'zh-hk': CORNERS,
};

/** The marks of a language; English ones where it is not in the table. */
export function quotationMarks(language: string): QuotationMarks {
  return marksOf(language).outer;
}

/** Those of a quotation within a quotation. */
export function innerQuotationMarks(language: string): QuotationMarks {
  return marksOf(language).inner;
}

function marksOf(language: string): Marks {
  const parts = language.toLowerCase().split('-');
  return MARKS[parts.slice(0, 2).join('-')] ?? MARKS[parts[0] ?? ''] ?? ENGLISH;
}
