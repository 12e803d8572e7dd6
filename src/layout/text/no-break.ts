import { mapInlines } from '../../document/map.js';
import { monthNames } from '../../document/months.js';
import type { Block, Inline, ListItem, Root } from '../../document/tree.js';
import { Kept } from '../../kept/kept.js';
import { withSmartText } from './smart.js';

const NO_BREAK = '\u00a0';
/** Narrow no-break space, used in French before high punctuation. */
const NARROW = '\u202f';

/**
 * Adds no-break spaces where the language requires them: between a number and its unit, a day and its month,
 * `art.` and its number, initials and names. Quoted words stay as they are, and so do
 * code and addresses.
 */
export function withNoBreakSpaces(root: Root, language: string): Root {
  return inProse(root, (nodes) => inInlines(nodes, language));
}

/**
 * Replaces quotation marks, dashes and ellipses in prose with typographic ones. Quoted words,
 * code and addresses stay as typed.
 */
export function withTypographicMarks(root: Root, language: string): Root {
  return inProse(root, (nodes) => withSmartText(nodes, language, ({ url, children }) => !isItsAddress(url, children)));
}

type Change = (nodes: readonly Inline[]) => Inline[];

function inProse(root: Root, change: Change): Root {
  return { ...root, children: root.children.map((block) => inBlock(block, change)) };
}

function inBlock(block: Block, inlines: Change): Block {
  const blocks = (nodes: readonly Block[]) => nodes.map((node) => inBlock(node, inlines));
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return { ...block, children: inlines(block.children) };
    case 'alert':
    case 'directive':
    case 'footnoteDefinition':
      return { ...block, children: blocks(block.children) };
    case 'figure':
      return {
        ...block,
        ...(block.title && { title: inlines(block.title) }),
        caption: inlines(block.caption),
        children: blocks(block.children),
      };
    case 'list':
      return {
        ...block,
        children: block.children.map((item): ListItem => ({ ...item, children: blocks(item.children) })),
      };
    case 'table':
      return {
        ...block,
        children: block.children.map((row) => ({
          ...row,
          children: row.children.map((cell) => ({ ...cell, children: inlines(cell.children) })),
        })),
      };
    // Quotations and code are verbatim.
    case 'blockquote':
    case 'code':
    case 'thematicBreak':
      return block;
  }
}

function inInlines(nodes: readonly Inline[], language: string): Inline[] {
  return nodes.map((node): Inline => {
    switch (node.type) {
      case 'text':
        return { ...node, value: noBreakSpaces(node.value, language) };
      case 'span':
        return { ...node, children: inInlines(node.children, node.lang ?? language) };
      case 'link':
        return isItsAddress(node.url, node.children) ? node : { ...node, children: inInlines(node.children, language) };
      case 'emphasis':
      case 'strong':
      case 'delete':
        return { ...node, children: inInlines(node.children, language) };
      default:
        return node;
    }
  });
}

function isItsAddress(url: string, children: readonly Inline[]): boolean {
  const [only] = mapInlines(children, {});
  return only?.type === 'text' && (only.value === url || /^(?:https?:|mailto:|doi:|www\.)/i.test(only.value));
}

/** Units and words of quantity, in the languages of the label files; each stays on the line of its number. */
const UNITS =
  '%|‰|°C|°F|°|€|£|\\$|kr|mm|cm|m|km|m²|km²|ha|mg|g|kg|t|ml|l|kW|MW|GW|TW|kWh|MWh|GWh|TWh|Hz|kHz|MHz|GHz|EUR|USD|GBP|SEK|RUB|MNT|' +
  'per cent|percent|million|billion|procent|miljon|miljoner|miljard|miljarder|pour cent|millions|milliards?|' +
  'Prozent|Mio\\.|Mrd\\.|Millionen|Milliarden|млн|млрд|тыс\\.|тис\\.|руб\\.|км|кг|сая|тэрбум|хувь';
/** Words that a number follows: an article, a page, a section. */
const NUMBERED =
  'art|arts|artt|reg|regs|para|paras|p|pp|no|nos|nr|fig|figs|ch|chap|sec|vol|kap|Abs|Nr|S|s|st|ст|п|пп|с|гл|рис';
const NUMBERED_WORDS = 'article|articles|rule|rules|artikel|artiklarna|Artikel|статья|стаття';

const AFTER_NUMBER = new RegExp(`(?<=\\d) (?=(?:${UNITS})(?![\\p{L}\\p{N}]))`, 'gu');
const ABBREVIATED = new RegExp(`(?<![\\p{L}\\p{N}])((?:${NUMBERED})\\.) (?=\\d|[IVXLC]+(?!\\p{L}))`, 'giu');
const SPELT = new RegExp(`(?<![\\p{L}\\p{N}])(${NUMBERED_WORDS}) (?=\\d)`, 'giu');
const SIGNS = /(§§?|№|n°|N°) (?=\d)/gu;
const THOUSANDS = /(?<![\d,.\u00a0])(\d{1,3}(?:[ \u00a0]\d{3})*) (?=\d{3}(?!\d))/gu;
const INITIALS = /(?<![\p{L}\p{N}.])(\p{Lu}\.) (?=\p{Lu}(?:\.|\p{Ll}))/gu;
/** A line must not begin with a dash. */
const DASHES = / (?=[–—] )/gu;
const MONGOLIAN_DATES = /(?<=\d) (?=(?:оны|он|дүгээр|дугаар|сарын|сар)(?!\p{L}))/gu;
/** In these languages, a one-letter preposition must not end a line. */
const SHORT_WORDS: Readonly<Record<string, RegExp>> = {
  ru: /(?<![\p{L}\p{N}])([вксоуияа]) (?=[\p{L}\p{N}«])/giu,
  uk: /(?<![\p{L}\p{N}])([взкоуіїйа]) (?=[\p{L}\p{N}«])/giu,
  pl: /(?<![\p{L}\p{N}])([aiouwz]) (?=[\p{L}\p{N}„])/giu,
  cs: /(?<![\p{L}\p{N}])([aikosuvz]) (?=[\p{L}\p{N}„])/giu,
};

const kept = new Kept<string>(500_000);

/** Replaces spaces with no-break spaces; no character is added or lost. */
export function noBreakSpaces(text: string, language: string): string {
  if (!/[ \u00a0]/.test(text)) return text;
  return kept.of(`${language}\n${text}`, () => withSpacesKept(text, language));
}

function withSpacesKept(text: string, language: string): string {
  const primary = language.toLowerCase().split('-')[0] ?? '';
  let set = text
    .replace(AFTER_NUMBER, NO_BREAK)
    .replace(ABBREVIATED, `$1${NO_BREAK}`)
    .replace(SPELT, `$1${NO_BREAK}`)
    .replace(SIGNS, `$1${NO_BREAK}`)
    .replace(INITIALS, `$1${NO_BREAK}`)
    .replace(DASHES, NO_BREAK)
    .replace(monthsOf(primary), NO_BREAK);
  if (primary !== 'en') {
    // Groups may overlap at their ends: the second pass finds those that the first one skipped.
    for (let pass = 0; pass < 2; pass++) set = set.replace(THOUSANDS, `$1${NO_BREAK}`);
  }
  if (primary === 'mn') set = set.replace(MONGOLIAN_DATES, NO_BREAK);
  if (primary === 'fr') set = set.replace(/[ \u00a0](?=[;:!?»])/gu, NARROW).replace(/«[ \u00a0]/gu, `«${NARROW}`);
  const short = SHORT_WORDS[primary];
  return short === undefined ? set : set.replace(short, `$1${NO_BREAK}`);
}

const months = new Map<string, RegExp>();

/** The space between the day and the month name in this language; text in other languages is in separate spans. */
function monthsOf(language: string): RegExp {
  const known = months.get(language);
  if (known !== undefined) return known;
  const names = (monthNames(language) ?? monthNamesOf(language)).map((name) =>
    name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'),
  );
  const made = new RegExp(`(?<=(?<!\\d)\\d{1,2}(?:\\.|er)?) (?=(?:${names.join('|')})(?!\\p{L}))`, 'giu');
  months.set(language, made);
  return made;
}

function monthNamesOf(language: string): string[] {
  const styles = [{ month: 'long', day: 'numeric' }, { month: 'long' }, { month: 'short', day: 'numeric' }] as const;
  const names = styles.flatMap((style) => {
    const format = formatOf(language, style);
    return Array.from({ length: 12 }, (_, month) => {
      const parts = format.formatToParts(new Date(Date.UTC(2024, month, 2)));
      return parts.find(({ type }) => type === 'month')?.value ?? '';
    });
  });
  return [...new Set(names)].filter((name) => /\p{L}/u.test(name));
}

/** English if `Intl` does not accept the language tag. */
function formatOf(language: string, style: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  try {
    return new Intl.DateTimeFormat(language, { ...style, timeZone: 'UTC' });
  } catch {
    return new Intl.DateTimeFormat('en-GB', { ...style, timeZone: 'UTC' });
  }
}
