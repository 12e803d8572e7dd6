/** Scripts written from right to left, and the languages that use one of them if their tag does not name a script. */
const SCRIPTS: ReadonlySet<string> = new Set(['arab', 'hebr', 'syrc', 'thaa', 'nkoo', 'adlm', 'rohg', 'samr', 'mand']);
const LANGUAGES: ReadonlySet<string> = new Set(
  'ar arc arz ary ckb dv fa glk he iw ks lrc mzn nqo pnb prs ps sd syr ug ur yi'.split(' '),
);

/** Whether a language (BCP 47) is written from right to left. */
export function isRightToLeft(language: string): boolean {
  const [primary = '', ...subtags] = language.toLowerCase().split('-');
  const script = subtags.find((subtag) => /^[a-z]{4}$/.test(subtag));
  return script === undefined ? LANGUAGES.has(primary) : SCRIPTS.has(script);
}

const LETTER_FROM_THE_RIGHT =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/** Whether a letter belongs to a script that is written from right to left. */
export function isLetterFromTheRight(letter: string): boolean {
  return LETTER_FROM_THE_RIGHT.test(letter);
}
