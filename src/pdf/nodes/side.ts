/** The scripts that are written from right to left, and the languages that use one of them where they name none. */
const SCRIPTS: ReadonlySet<string> = new Set(['arab', 'hebr', 'syrc', 'thaa', 'nkoo', 'adlm', 'rohg']);
const LANGUAGES: ReadonlySet<string> = new Set('ar arc ckb dv fa he iw ks nqo ps sd syr ug ur yi'.split(' '));

/** Whether a language (BCP 47) is written from right to left: what belongs before a text stands at its right. */
export function isRightToLeft(language: string): boolean {
  const [primary = '', ...subtags] = language.toLowerCase().split('-');
  const script = subtags.find((subtag) => /^[a-z]{4}$/.test(subtag));
  return script === undefined ? LANGUAGES.has(primary) : SCRIPTS.has(script);
}
