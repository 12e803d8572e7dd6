import { parseBlocks } from '../../src/markdown/parse.js';
import type { Heard } from '../pdf/reading.js';

/** A section of a document: its heading, and the words under it in order. */
export interface Section {
  readonly heading: string;
  readonly words: readonly string[];
  /** The words of its figures, of which the memo has none: it says the same in a table. */
  readonly drawn: readonly string[];
  /** The heads of its tables, which have none where a figure says the same, or their rows speak for themselves. */
  readonly heads: readonly string[];
  /** The kinds of its alerts, which the memo marks and the printed document names in its own language. */
  readonly alerts: readonly string[];
}

/** What one of the two documents alone has: marks of citations and of lists; the memo's are Markdown's own. */
const UNREAD = new Set(['Reference', 'Note']);
/** A numeral or a bullet; the labels of particulars are words. */
const isMark = ({ type, text }: Heard) => type === 'Lbl' && !/\p{L}{2}/u.test(text);
const DRAWN = new Set(['Figure', 'Caption']);

/** The sections of a printed document, as a screen reader says them; `marks` are what it says for dashes. */
export function sectionsHeard(heard: Heard, marks: readonly string[] = []): Section[] {
  const builder = new Sections();
  const visit = (element: Heard): void => {
    if (
      UNREAD.has(element.type) ||
      isMark(element) ||
      (['Span', 'Lbl'].includes(element.type) && marks.includes(element.text))
    ) {
      builder.say(' ');
      return;
    }
    if (DRAWN.has(element.type)) {
      builder.draw(element.text);
      return;
    }
    if (element.type === 'H1' || element.type === 'H2') {
      builder.begin(element.text);
      return;
    }
    for (const kid of element.kids) {
      if (typeof kid === 'string') builder.say(kid);
      else visit(kid);
    }
    if (element.kids.length === 0) builder.say(element.text);
    if (!['Span', 'Quote', 'Code', 'Link'].includes(element.type)) builder.say(' ');
  };
  visit(heard);
  return builder.done();
}

interface Node {
  readonly type: string;
  readonly value?: string;
  readonly depth?: number;
  readonly kind?: string;
  readonly children?: readonly Node[];
}

/** The sections of a memo; its footnotes are its list of sources. */
/**
 * @param sources the heading of the sources, which a memo may list at its end, and what it says under that heading then
 */
export function sectionsWritten(memo: string, sources: { readonly heading: string; readonly note: string }): Section[] {
  const builder = new Sections();
  const body = memo.replace(/^---\n[\s\S]*?\n---\n/, '');
  const visit = (node: Node): void => {
    if (node.type === 'footnoteReference') return;
    if (node.type === 'footnoteDefinition') {
      builder.sayUnder(sources.heading, ` ${textOf(node)}`);
      return;
    }
    if (node.type === 'paragraph' && textOf(node) === sources.note) return;
    if (node.type === 'heading' && (node.depth ?? 9) <= 2) {
      builder.begin(textOf(node));
      return;
    }
    if (node.type === 'table') builder.head(textOf(node.children?.[0] ?? node));
    if (node.type === 'alert') {
      const title = builder.isAtHead() ? boxTitle(node) : null;
      if (title !== null) {
        builder.begin(title);
        builder.say(textOf(node).trim().slice(title.length));
        return;
      }
      builder.alert(node.kind ?? '');
    }
    if (node.value !== undefined) builder.say(node.value);
    for (const child of node.children ?? []) visit(child);
    if (!['text', 'emphasis', 'strong', 'link', 'inlineCode', 'delete'].includes(node.type)) builder.say(' ');
  };
  const { nodes } = parseBlocks(body, { directives: 'public', html: 'text' });
  for (const node of nodes as readonly Node[]) visit(node);
  return builder.done();
}

/** The strong words that a box at the head of the memo begins with: on paper they are its heading. */
function boxTitle(node: Node): string | null {
  const [first] = node.children?.[0]?.children ?? [];
  return first?.type === 'strong' ? textOf(first).replace(/\.$/, '') : null;
}

/** What is in these is read one after the other. */
const APART = new Set(['tableRow', 'alert', 'list', 'listItem']);

function textOf(node: Node): string {
  return node.value ?? (node.children ?? []).map(textOf).join(APART.has(node.type) ? ' ' : '');
}

/** Words are letters and digits; how they are joined is the templates' business, and each has its own way. */
export function wordsOf(text: string): string[] {
  const plain = text
    .normalize('NFC')
    .replace(/[\u00ad\u200b]/g, '')
    .toLowerCase();
  return plain.match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** What is above the title, the title, the bottom line, what has changed. */
const MOST_AT_HEAD = 4;

class Sections {
  readonly #sections = [{ heading: '', text: '', figures: '', heads: '', alerts: [] as string[] }];

  /** Before the first section. */
  isAtHead(): boolean {
    return this.#sections.length <= MOST_AT_HEAD;
  }

  begin(heading: string): void {
    const line = heading.replace(/\s+/g, ' ').trim();
    this.#sections.push({ heading: line, text: '', figures: '', heads: '', alerts: [] });
  }

  say(text: string): void {
    this.#last().text += text;
  }

  sayUnder(heading: string, text: string): void {
    const section = this.#sections.findLast((each) => each.heading === heading) ?? this.#last();
    section.text += text;
  }

  draw(text: string): void {
    this.#last().figures += ` ${text}`;
  }

  head(text: string): void {
    this.#last().heads += ` ${text}`;
  }

  alert(kind: string): void {
    this.#last().alerts.push(kind);
  }

  done(): Section[] {
    return this.#sections.map(({ heading, text, figures, heads, alerts }) => {
      return { heading, words: wordsOf(text), drawn: wordsOf(figures), heads: wordsOf(heads), alerts };
    });
  }

  #last() {
    const last = this.#sections.at(-1);
    if (last === undefined) throw new Error('no section');
    return last;
  }
}
