/** The words that negate a sentence, by language: adding them to a quotation, or leaving them out, is reported. */

interface Negations {
  readonly words: readonly string[];
  /** For languages that attach a negation to another word: `n’est`, `болохгүй`, `不是`. */
  readonly beginnings?: readonly string[];
  readonly endings?: readonly string[];
  readonly anywhere?: readonly string[];
}

const words = (list: string): readonly string[] => list.split(' ');

/** By the language's primary subtag. */
const NEGATIONS: Readonly<Record<string, Negations>> = {
  en: {
    words: words('not no never none nothing nobody nowhere neither nor without cannot hardly scarcely barely'),
    endings: ["n't"],
  },
  sv: { words: words('inte icke ej aldrig ingen inget inga ingenting ingenstans varken utan knappast') },
  da: { words: words('ikke ej aldrig ingen intet ingenting hverken uden næppe') },
  nb: { words: words('ikke ei aldri ingen intet ingenting verken hverken uten neppe') },
  nn: { words: words('ikkje aldri ingen inkje ingenting verken utan neppe') },
  is: { words: words('ekki aldrei enginn engin ekkert hvorki án') },
  fi: {
    words: words(
      'en et ei emme ette eivät älä älköön älkää eikä enkä etkä emmekä ettekä eivätkä ilman koskaan kukaan mikään mitään',
    ),
  },
  et: { words: words('ei mitte ära ärge pole polnud kunagi keegi midagi ilma ega') },
  de: {
    words: words(
      'nicht nichts nie niemals niemand nirgends kein keine keinen keinem keiner keines weder noch ohne kaum',
    ),
  },
  nl: { words: words('niet niets nooit niemand nergens geen noch zonder nauwelijks') },
  fr: {
    words: words('ne non pas jamais rien personne aucun aucune aucunement ni nul nulle sans guère'),
    beginnings: ["n'"],
  },
  it: { words: words('non no mai niente nulla nessuno nessun nessuna né neppure neanche nemmeno senza') },
  es: { words: words('no nunca jamás nada nadie ninguno ninguna ningún ni tampoco sin') },
  pt: { words: words('não nunca jamais nada ninguém nenhum nenhuma nem tampouco sem') },
  ca: { words: words('no mai res ningú cap ni tampoc sense') },
  ro: { words: words('nu niciodată nimic nimeni niciun nicio nici fără'), beginnings: ['n-'] },
  pl: { words: words('nie nigdy nic nikt nikogo żaden żadna żadne ani bez') },
  cs: { words: words('ne není nejsou nebude nebudou nikdy nic nikdo žádný žádná žádné ani bez') },
  ru: {
    words: words('не ни нет никогда никто никого ничего ничто нигде нельзя никакой никакая никакие никаких без'),
  },
  uk: { words: words('не ні ані нема немає ніколи ніхто нікого нічого ніщо ніде жоден жодна жодного без') },
  mn: { words: words('биш үгүй бус битгий бүү огт'), endings: ['гүй'] },
  tr: {
    words: words('değil yok hayır hiç asla ne'),
    endings: ['madı', 'medi', 'mıyor', 'miyor', 'mayacak', 'meyecek'],
  },
  ar: { words: words('لا لم لن ليس ليست غير بدون ما دون') },
  fa: { words: words('نه نیست هیچ بدون هرگز') },
  he: { words: words('לא אין אל בלי אינו אינה אינם מעולם') },
  zh: { words: [], anywhere: words('不 没 沒 无 無 未 非 勿 莫') },
  ja: { words: [], anywhere: words('ない なかっ ません ぬ ず 無 不 非 未') },
  ko: { words: words('안 못 아니다 없다 않다'), anywhere: words('않 없 아니') },
};

const ALIASES: Readonly<Record<string, string>> = { no: 'nb' };

/** The first word of a text that negates in one of the languages (BCP 47); null where there is none. */
export function negationIn(text: string, languages: readonly string[]): string | null {
  const found =
    text
      .normalize('NFC')
      .replace(/[\u2019\u02BC]/g, "'")
      .match(/[\p{L}\p{M}\p{N}'-]+/gu) ?? [];
  const known = languages.flatMap((language) => {
    const primary = language.toLowerCase().split('-')[0] ?? '';
    return NEGATIONS[ALIASES[primary] ?? primary] ?? [];
  });
  return found.find((word) => known.some((negations) => negates(word.toLowerCase(), negations))) ?? null;
}

function negates(word: string, { words: whole, beginnings = [], endings = [], anywhere = [] }: Negations): boolean {
  return (
    word.split('-').some((part) => whole.includes(part.replace(/^'+|'+$/g, ''))) ||
    beginnings.some((each) => word.startsWith(each)) ||
    endings.some((each) => word.endsWith(each)) ||
    anywhere.some((each) => word.includes(each))
  );
}
