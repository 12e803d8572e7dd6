/** What is wrong with a text and hard to see: characters that turn its order, a quotation mark without its partner. */
import { warning } from '../../diagnostics/diagnostic.js';
import type { Block, Inline } from '../../document/tree.js';
import { type AnyNode, plainText, walkTree } from '../../document/walk.js';
import { parseBlocks, parseShortText } from '../../markdown/parse.js';
import { textsOf } from './citations.js';
import type { Checked, Finding } from './finding.js';

interface Passage {
  readonly field: string;
  /** Its paragraphs, without code. */
  readonly paragraphs: readonly string[];
  readonly annex?: number;
}

export function checkTexts(checked: Checked): Finding[] {
  return passagesOf(checked).flatMap((passage) => [...turned(passage), ...unpaired(passage)]);
}

/** Only a text with one of these, or with a reference that may stand for one, is read. */
const OF_INTEREST = /["“”„‟«»「」『』&\u202a-\u202e\u2066-\u2069]/;
const OPTIONS = { directives: 'public', html: 'text' } as const;

function passagesOf({ fields, annexBodies }: Checked): Passage[] {
  const inFields = fields.flatMap(({ path, definition, value }): Passage[] => {
    if (definition !== 'prose' && definition !== 'block' && definition !== 'label' && definition !== 'plain') return [];
    return textsOf(path, value).flatMap(({ field, text }) => {
      if (!OF_INTEREST.test(text)) return [];
      if (definition === 'block') return [{ field, paragraphs: blockParagraphs(text) }];
      if (definition === 'prose') return [{ field, paragraphs: [wordsOf(parseShortText(text, OPTIONS).nodes)] }];
      return [{ field, paragraphs: [text] }];
    });
  });
  const inAnnexes = [...annexBodies].flatMap(([annex, body]): Passage[] =>
    OF_INTEREST.test(body) ? [{ field: `annexes[${annex}].file`, paragraphs: blockParagraphs(body), annex }] : [],
  );
  return [...inFields, ...inAnnexes];
}

function blockParagraphs(text: string): string[] {
  const paragraphs: string[] = [];
  walkTree(parseBlocks(text, OPTIONS).nodes as readonly Block[], (node) => {
    if (node.type !== 'paragraph' && node.type !== 'heading' && node.type !== 'tableCell') return true;
    paragraphs.push(wordsOf(node.children));
    return false;
  });
  return paragraphs;
}

function wordsOf(nodes: readonly Inline[]): string {
  const words: string[] = [];
  walkTree(nodes as readonly AnyNode[], (node) => {
    if (node.type === 'text' || node.type === 'break') words.push(plainText([node]));
  });
  return words.join('');
}

const OVERRIDE = /[\u202d\u202e]/;
const EMBEDDINGS = /[\u202a\u202b\u202d\u202e]/g;
const ISOLATES = /[\u2066-\u2068]/g;

/** Overrides, and embeddings and isolates without their end (UAX #9). */
function turned({ field, paragraphs, annex }: Passage): Finding[] {
  const count = (text: string, what: RegExp) => text.match(what)?.length ?? 0;
  const wrong = paragraphs.find((text) => {
    return (
      OVERRIDE.test(text) ||
      count(text, EMBEDDINGS) !== count(text, /\u202c/g) ||
      count(text, ISOLATES) !== count(text, /\u2069/g)
    );
  });
  const character = wrong === undefined ? null : /[\u202d\u202e]|[\u202a-\u202e\u2066-\u2069]/.exec(wrong);
  if (wrong === undefined || character === null) return [];
  const name = `U+${(OVERRIDE.exec(wrong) ?? character)[0].charCodeAt(0).toString(16).toUpperCase()}`;
  return [
    {
      ...warning(
        'sense-markup',
        `\`${field}\` has a character that shows text in another order than it is written (${name}); it is left out.`,
        {
          at: field,
          hints: [
            'Delete it, and read the text again: the order comes from its letters. It often comes along with pasted text.',
          ],
        },
      ),
      ...(annex !== undefined && { annex }),
    },
  ];
}

/** Marks that come in pairs. Which of them opens differs from language to language, so only their number tells. */
const PAIRED = [/["“”„‟]/g, /[«»]/g, /[「」]/g, /[『』]/g];
/** Inches, or the end of a quotation. */
const AFTER_NUMBER = /\d"/;

function unpaired({ field, paragraphs, annex }: Passage): Finding[] {
  const wrong = paragraphs.find((text, index) => {
    const goesOn = /^[“„"«]/.test(paragraphs[index + 1] ?? '');
    const isOdd = PAIRED.some((marks) => (text.match(marks)?.length ?? 0) % 2 === 1);
    return isOdd && !goesOn && !AFTER_NUMBER.test(text);
  });
  if (wrong === undefined) return [];
  return [
    {
      ...warning('sense-markup', `A quotation mark has no partner in \`${field}\`: ${shortened(wrong)}`, {
        at: field,
        hints: ['Open and close what is quoted; a reader cannot tell where the words of others begin or end.'],
      }),
      ...(annex !== undefined && { annex }),
    },
  ];
}

const LONGEST_SHOWN = 60;

/** What stands around the last mark of a paragraph. */
function shortened(text: string): string {
  const plain = text.replace(/\s+/g, ' ').trim();
  if (plain.length <= LONGEST_SHOWN) return plain;
  const at = Math.max(...['"', '“', '”', '„', '«', '»', '」', '』', '「', '『'].map((mark) => plain.lastIndexOf(mark)));
  const from = Math.max(0, Math.min(at - LONGEST_SHOWN / 2, plain.length - LONGEST_SHOWN));
  const part = plain.slice(from, from + LONGEST_SHOWN);
  return `${from > 0 ? '…' : ''}${part}${from + LONGEST_SHOWN < plain.length ? '…' : ''}`;
}
