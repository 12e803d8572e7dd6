import { linkAddress } from '../../document/address.js';
import { joinTexts } from '../../document/texts.js';
import type { Inline } from '../../document/tree.js';
import { plainText } from '../../document/walk.js';
import type { Author, Source } from '../../edition/source-shape.js';
import type { PlainText } from '../../edition/text.js';
import { longDate } from './dates.js';
import type { Labels, Words } from './labels.js';
import { listWords } from './lists.js';
import { namedAuthors } from './named-authors.js';
import { publicationDate } from './publication-date.js';
import { quotationMarks } from './quotation.js';
import { spokenNodes } from './spoken.js';

/** Types whose title is in italics; the titles of what stands in something else are within quotation marks. */
const WHOLE_WORKS = new Set([
  'book',
  'report',
  'thesis',
  'legislation',
  'treaty',
  'bill',
  'regulation',
  'legal_case',
  'hearing',
  'dataset',
  'software',
  'periodical',
  'collection',
  'pamphlet',
  'map',
  'motion_picture',
  'standard',
  'classic',
]); // prettier-ignore

/**
 * A source written out: authors, title, what it is in, number, publisher, date, address, and when it was read. One
 * style of our own for all languages, with the quotation marks, dates and words of the document's language.
 */
export function referenceNodes(source: Source, labels: Labels, options: { readonly full: boolean }): Inline[] {
  const { language } = labels;
  const parts: Inline[][] = [];
  const add = (...nodes: Inline[]) => parts.push(nodes);
  const text = (value: PlainText | null) => value !== null && add(plain(value));
  if (source.authors.length > 0) add(...authorNodes(source.authors, labels));
  add(...titleOf(source, language, !options.full));
  text(source.genre);
  text(source.authority);
  text(source.designation);
  if (source.container !== null) add(...containerOf(source, source.container, labels));
  else addVolume(source, labels, add);
  const publisher = [source.place, source.publisher].filter((each) => each !== null).map((each) => [plain(each)]);
  if (publisher.length > 0) add(...join(publisher, ': '));
  const published = publicationDate(source, labels);
  if (published !== null) add(...spokenNodes(published, labels));
  else text(source.issuedText);
  if (options.full) addAddress(source, labels, add);
  const joined = join(parts, ', ');
  if (!options.full) return joined;
  if (source.note !== null) joined.push(words('. '), plain(source.note));
  return /[.!?…]$/.test(plainText(joined)) ? joined : [...joined, words('.')];
}

function titleOf(source: Source, language: string, linked: boolean): Inline[] {
  const [open, close] = quotationMarks(language);
  // Words in brackets describe what has no title, in the language of the document; a title without a language has the
  // one it has.
  const own = source.language === null || isDescription(source.title.text) ? language : source.title.lang;
  const title = inLanguage(plain(source.title), own, language);
  const nodes: Inline[] = WHOLE_WORKS.has(source.type)
    ? [{ type: 'emphasis', children: [title] }]
    : isDescription(source.title.text)
      ? [title]
      : [words(open), title, words(close)];
  const url = addressOf(source);
  return linked && url !== null ? [{ type: 'link', url, title: null, children: nodes }] : nodes;
}

/** A description within square brackets stands for a title that the source does not have. */
function isDescription(title: string): boolean {
  return title.startsWith('[') && title.endsWith(']');
}

function containerOf(source: Source, container: PlainText, labels: Labels): Inline[] {
  const inWork = source.type === 'chapter' || source.type === 'paper-conference';
  const nodes: Inline[] = [
    inLanguage(
      { type: 'emphasis', children: [plain(container)] },
      source.language === null ? labels.language : container.lang,
      labels.language,
    ),
  ];
  const editors =
    source.editors.length === 0
      ? []
      : [words(' ('), ...spoken('editedBy', labels), words(' '), ...authorNodes(source.editors, labels), words(')')];
  return [
    ...(inWork ? [...spoken('in', labels), words(' ')] : []),
    ...nodes,
    ...editors,
    ...volumeNodes(source, labels),
  ];
}

function volumeNodes(source: Source, labels: Labels): Inline[] {
  const [volume, pages] = [volumeWords(source), pageWords(source, labels)];
  const parts = [...(volume === '' ? [] : [[words(volume)]]), ...(pages === null ? [] : [spokenNodes(pages, labels)])];
  return parts.length === 0 ? [] : [words(source.volume === null ? ', ' : ' '), ...join(parts, ', ')];
}

function addVolume(source: Source, labels: Labels, add: (...nodes: Inline[]) => void): void {
  const [volume, pages] = [volumeWords(source), pageWords(source, labels)];
  if (volume !== '') add(words(volume));
  if (pages !== null) add(...spokenNodes(pages, labels));
}

/** `12(4)` */
function volumeWords({ volume, issue }: Source): string {
  return `${volume?.text ?? ''}${issue === null ? '' : `(${issue.text})`}`;
}

function pageWords({ pages }: Source, labels: Labels): Words | null {
  if (pages === null) return null;
  const { text, lang } = labels.labelWords(/[-–,]/.test(pages.text) ? 'pagesShort' : 'pageShort');
  return { text: `${text}\u00A0${pages.text.replace(/(\d)-+(\d)/g, '$1–$2')}`, lang };
}

function addAddress(source: Source, labels: Labels, add: (...nodes: Inline[]) => void): void {
  const url = addressOf(source);
  const shown = source.doi !== null ? `doi:${source.doi.text}` : (source.url?.text ?? '');
  if (url !== null) {
    const origin = (source.doi ?? source.url)?.path;
    add({ type: 'link', url, title: null, children: [words(shown, origin)] });
  } else if (shown !== '') add(words(shown, (source.doi ?? source.url)?.path));
  if (url === null || source.accessed === null) return;
  const { text, lang } = labels.labelWords('accessed');
  const date = longDate(source.accessed, labels.wordLanguage);
  add(...spokenNodes({ text: text.replace('{date}', date), lang }, labels));
}

/** Only an address that a reader can be sent to without harm becomes a link. */
function addressOf(source: Source): string | null {
  if (source.doi !== null)
    return linkAddress(`https://doi.org/${source.doi.text.replace(/^https?:\/\/(dx\.)?doi\.org\//, '')}`);
  const url = source.url?.text ?? '';
  return /^https?:/i.test(url) ? linkAddress(url) : null;
}

/** The list is made of the names themselves, as its words may depend on them (Spanish `e` before an i), then divided. */
function authorNodes(authors: readonly Author[], labels: Labels): Inline[] {
  const { named: known, others } = namedAuthors(authors);
  const named = known.map(({ literal, family, given }) => {
    const parts = (literal === null ? [given, family] : [literal]).filter((part) => part !== null);
    return { name: parts.map(({ text }) => text).join(' '), origin: parts.at(-1)?.path };
  });
  const nodes: Inline[] = [];
  const names = named.map(({ name }) => name);
  const and = (text: string) => spokenNodes({ text, lang: labels.wordLanguage }, labels);
  let rest = others ? names.join(', ') : listWords(names, labels.wordLanguage);
  for (const { name, origin } of named) {
    const at = Math.max(0, rest.indexOf(name));
    nodes.push(...and(rest.slice(0, at)), words(name, origin));
    rest = rest.slice(at + name.length);
  }
  const end = others ? [words(' '), ...spoken('etAl', labels)] : [];
  return joinTexts([...nodes, words(rest), ...end]).filter((node) => node.type !== 'text' || node.value !== '');
}

function spoken(key: string, labels: Labels): Inline[] {
  return spokenNodes(labels.labelWords(key), labels);
}

function words(value: string, origin?: string): Inline {
  return origin === undefined ? { type: 'text', value } : { type: 'text', value, origin };
}

function plain({ text, path }: PlainText): Inline {
  return { type: 'text', value: text, origin: path };
}

function inLanguage(node: Inline, lang: string, documentLanguage: string): Inline {
  return lang === documentLanguage ? node : { type: 'span', lang, children: [node] };
}

function join(parts: readonly Inline[][], separator: string): Inline[] {
  return parts.flatMap((part, i) => (i === 0 ? part : [words(separator), ...part]));
}
