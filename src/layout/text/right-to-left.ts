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
