/**
 * Months and days in the words of a language, as `Intl` has them. To make the first formatter of a process takes longer than
 * to read a brief, so it is spared where the language is one of these; a test compares each with `Intl`.
 */
interface LanguageMonths {
  /** A day, with its month in words. */
  readonly day: string;
  /** The same for a narrow column. */
  readonly short: string;
  /** From January, as they stand after the number of a day. */
  readonly months: string;
  /** By themselves, and short. */
  readonly others: string;
}

const LANGUAGES: Readonly<Record<string, LanguageMonths>> = {
  ar: {
    day: '{d} {m} {y}',
    short: '{dd}\u200f/{mm}\u200f/{y}',
    months: 'يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر',
    others: '',
  },
  da: {
    day: '{d}. {m} {y}',
    short: '{dd}.{mm}.{y}',
    months: 'januar februar marts april maj juni juli august september oktober november december',
    others: 'jan. feb. mar. apr. jun. jul. aug. sep. okt. nov. dec.',
  },
  de: {
    day: '{d}. {m} {y}',
    short: '{dd}.{mm}.{y}',
    months: 'Januar Februar März April Mai Juni Juli August September Oktober November Dezember',
    others: 'Jan. Feb. Apr. Aug. Sept. Okt. Nov. Dez.',
  },
  el: {
    day: '{d} {m} {y}',
    short: '{dd}/{mm}/{y}',
    months:
      'Ιανουαρίου Φεβρουαρίου Μαρτίου Απριλίου Μαΐου Ιουνίου Ιουλίου Αυγούστου Σεπτεμβρίου Οκτωβρίου Νοεμβρίου Δεκεμβρίου',
    others: 'Ιαν Φεβ Μαρ Απρ Μαΐ Ιουν Ιουλ Αυγ Σεπ Οκτ Νοε Δεκ',
  },
  en: {
    day: '{d} {m} {y}',
    short: '{d} {s} {y}',
    months: 'January February March April May June July August September October November December',
    others: 'Jan Feb Mar Apr Jun Jul Aug Sep Oct Nov Dec',
  },
  es: {
    day: '{d} de {m} de {y}',
    short: '{dd}/{mm}/{y}',
    months: 'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre',
    others: 'ene feb mar abr may jun jul ago sept oct nov dic',
  },
  fi: {
    day: '{d}. {m} {y}',
    short: '{dd}.{mm}.{y}',
    months:
      'tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta elokuuta syyskuuta lokakuuta marraskuuta joulukuuta',
    others: 'tammikuu helmikuu maaliskuu huhtikuu toukokuu kesäkuu heinäkuu elokuu syyskuu lokakuu marraskuu joulukuu',
  },
  fr: {
    day: '{d} {m} {y}',
    short: '{dd}/{mm}/{y}',
    months: 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre',
    others: 'janv. févr. avr. juil. sept. oct. nov. déc.',
  },
  it: {
    day: '{d} {m} {y}',
    short: '{dd}/{mm}/{y}',
    months: 'gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre',
    others: 'gen feb mar apr mag giu lug ago set ott nov dic',
  },
  nb: {
    day: '{d}. {m} {y}',
    short: '{dd}.{mm}.{y}',
    months: 'januar februar mars april mai juni juli august september oktober november desember',
    others: 'jan. feb. apr. aug. sep. okt. nov. des.',
  },
  nl: {
    day: '{d} {m} {y}',
    short: '{dd}-{mm}-{y}',
    months: 'januari februari maart april mei juni juli augustus september oktober november december',
    others: 'jan feb mrt apr jun jul aug sep okt nov dec',
  },
  pl: {
    day: '{d} {m} {y}',
    short: '{dd}.{mm}.{y}',
    months: 'stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia',
    others:
      'styczeń luty marzec kwiecień maj czerwiec lipiec sierpień wrzesień październik listopad grudzień sty lut mar kwi cze lip sie wrz paź lis gru',
  },
  pt: {
    day: '{d} de {m} de {y}',
    short: '{dd}/{mm}/{y}',
    months: 'janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro',
    others: 'jan. fev. mar. abr. mai. jun. jul. ago. set. out. nov. dez.',
  },
  ru: {
    day: '{d} {m} {y} г.',
    short: '{dd}.{mm}.{y}',
    months: 'января февраля марта апреля мая июня июля августа сентября октября ноября декабря',
    others:
      'январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь янв. февр. мар. апр. июн. июл. авг. сент. окт. нояб. дек.',
  },
  sv: {
    day: '{d} {m} {y}',
    short: '{y}-{mm}-{dd}',
    months: 'januari februari mars april maj juni juli augusti september oktober november december',
    others: 'jan. feb. apr. aug. sep. okt. nov. dec.',
  },
  tr: {
    day: '{d} {m} {y}',
    short: '{dd}.{mm}.{y}',
    months: 'Ocak Şubat Mart Nisan Mayıs Haziran Temmuz Ağustos Eylül Ekim Kasım Aralık',
    others: 'Oca Şub Mar Nis May Haz Tem Ağu Eyl Eki Kas Ara',
  },
  uk: {
    day: '{d} {m} {y} р.',
    short: '{dd}.{mm}.{y}',
    months: 'січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня',
    others:
      'січень лютий березень квітень травень червень липень серпень вересень жовтень листопад грудень січ. лют. бер. квіт. трав. черв. лип. серп. вер. жовт. лист. груд.',
  },
};

/** `4 September 2024`; null in a language that is not known here. The year is of our era. */
export function dayInWords(date: Date, language: string): string | null {
  const known = knownIn(language);
  const year = date.getUTCFullYear();
  if (known === null || year < 1) return null;
  const month = known.months.split(' ')[date.getUTCMonth()] ?? '';
  return known.day.replace('{d}', String(date.getUTCDate())).replace('{m}', month).replace('{y}', String(year));
}

/** The month in the English of `en-GB`. */
const SHORT_ENGLISH = 'Jan Feb Mar Apr May Jun Jul Aug Sept Oct Nov Dec'.split(' ');

/** `04.09.2024`, in English `4 Sept 2024`; null in a language that is not known here. The year is of our era. */
export function shortDay(date: Date, language: string): string | null {
  const known = knownIn(language);
  const year = date.getUTCFullYear();
  if (known === null || year < 1) return null;
  const [month, day] = [date.getUTCMonth(), date.getUTCDate()];
  const two = (number: number) => String(number).padStart(2, '0');
  return known.short
    .replace('{d}', String(day))
    .replace('{dd}', two(day))
    .replace('{s}', SHORT_ENGLISH[month] ?? '')
    .replace('{mm}', two(month + 1))
    .replace('{y}', String(year));
}

/** All the names of months that stand in texts, long and short; null in a language that is not known here. */
export function monthNames(language: string): readonly string[] | null {
  const known = knownIn(language);
  return known && [...known.months.split(' '), ...known.others.split(' ')].filter((name) => name !== '');
}

/** Only the language itself: a region may have its own words. */
function knownIn(language: string): LanguageMonths | null {
  return Object.hasOwn(LANGUAGES, language) ? (LANGUAGES[language] ?? null) : null;
}
