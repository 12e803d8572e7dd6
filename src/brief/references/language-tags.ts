/** The names by which LaTeX and libraries call languages. English names are found by `Intl`. */
const NAMES: Readonly<Record<string, string>> = {
  american: 'en-US',
  usenglish: 'en-US',
  british: 'en-GB',
  ukenglish: 'en-GB',
  canadian: 'en-CA',
  australian: 'en-AU',
  ngerman: 'de',
  austrian: 'de-AT',
  naustrian: 'de-AT',
  nswissgerman: 'de-CH',
  canadien: 'fr-CA',
  acadian: 'fr-CA',
  brazilian: 'pt-BR',
  portuges: 'pt',
  norsk: 'nb',
  nynorsk: 'nn',
  norwegian: 'nb',
  magyar: 'hu',
  polutonikogreek: 'el',
  farsi: 'fa',
  // The codes of countries, which are not those of their languages.
  ua: 'uk',
  cn: 'zh',
  jp: 'ja',
  cz: 'cs',
  dk: 'da',
  gr: 'el',
}; // prettier-ignore

/** ISO 639-2 codes that differ from those of ISO 639-1 and that `Intl` does not shorten, such as PubMed's. */
const BIBLIOGRAPHIC: Readonly<Record<string, string>> = {
  chi: 'zh',
  cze: 'cs',
  dut: 'nl',
  fre: 'fr',
  geo: 'ka',
  ger: 'de',
  gre: 'el',
  ice: 'is',
  mac: 'mk',
  may: 'ms',
  per: 'fa',
  rum: 'ro',
  slo: 'sk',
  wel: 'cy',
}; // prettier-ignore

/** Languages of the whole world in which people name their language in a library. */
const KNOWN =
  'ar az be bg bn bs ca cs cy da de el en es et eu fa fi fr ga gl he hi hr hu hy id is it ja ka kk km ko ky lo lt lv mk mn ms my nb ne nl nn no pl ps pt ro ru sk sl sq sr sv sw ta tg th tk tr uk ur uz vi zh'.split(
    ' ',
  );

let byName: ReadonlyMap<string, string> | null = null;

/**
 * The BCP 47 tag of what a library gives as the language of an entry: a tag (`en_US` too), a code of ISO 639-2, a name
 * in English or in the language itself, with or without a region (`English (US)`). Of several the first counts. Null:
 * it names no language.
 */
export function languageTag(value: string): string | null {
  const [first = ''] = value.split(/[;,/|]|\s+and\s+/);
  const name = first.trim().toLowerCase();
  const [, base = name, region] = /^(.*?)\s*\(([^()]*)\)$/.exec(name) ?? [];
  const tag = tagOfName(base) ?? canonical(base.replaceAll('_', '-'));
  if (tag === null || region === undefined || tag.includes('-')) return tag;
  return canonical(`${tag}-${/^[a-z]{2}$/.test(region) ? region : (REGIONS[region] ?? 'x')}`) ?? tag;
}

const REGIONS: Readonly<Record<string, string>> = {
  'united states': 'US',
  usa: 'US',
  'united kingdom': 'GB',
  uk: 'GB',
}; // prettier-ignore

function tagOfName(name: string): string | null {
  const own = NAMES[name] ?? BIBLIOGRAPHIC[name];
  if (own !== undefined) return own;
  // A tag of one of them: their names, which `Intl` needs long for, are not asked for.
  if (isKnown(name)) return null;
  byName ??= new Map(KNOWN.flatMap((tag) => [tag, 'en'].map((inLanguage) => [nameIn(tag, inLanguage), tag] as const)));
  return byName.get(name) ?? null;
}

function nameIn(tag: string, language: string): string {
  return (new Intl.DisplayNames(language, { type: 'language' }).of(tag) ?? tag).toLowerCase();
}

function isKnown(tag: string): boolean {
  const [language = ''] = tag.split(/[-_]/);
  return KNOWN.includes(language);
}

/** A tag that is well formed and whose language is known. */
function canonical(tag: string): string | null {
  if (!/^[a-z]{2,3}(?:-[a-z0-9]{1,8})*$/i.test(tag)) return null;
  try {
    const [found] = Intl.getCanonicalLocales(tag);
    const language = found?.split('-')[0] ?? '';
    if (found === undefined || isKnown(found)) return found ?? null;
    const name = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' }).of(language);
    return name === undefined ? null : found;
  } catch {
    return null;
  }
}
