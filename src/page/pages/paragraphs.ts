/** The paragraphs of a tagged page: what a person takes for one, with the names of its parts in the layer of words. */
import type { PDFPageProxy } from 'pdfjs-dist';

export interface Paragraph {
  /** Of the marked contents that it is made of, in the order of reading. */
  readonly ids: readonly string[];
  readonly text: string;
}

interface TreeNode {
  readonly role?: string;
  readonly type?: string;
  readonly id?: string;
  readonly children?: readonly TreeNode[];
}

/** What is in one of these (a link, the number of a note) belongs to it. */
const PARAGRAPHS = /^(?:P|H\d*|Title|LBody|TD|TH|Caption|BlockQuote|BibEntry)$/;

export async function paragraphsOf(page: PDFPageProxy): Promise<readonly Paragraph[]> {
  const [tree, texts] = await Promise.all([page.getStructTree(), textsOf(page)]);
  const found: Paragraph[] = [];
  const visit = (node: TreeNode): void => {
    const isOne = PARAGRAPHS.test(node.role ?? '') && !(node.children ?? []).some(holdsParagraph);
    if (!isOne) {
      for (const child of node.children ?? []) visit(child);
      return;
    }
    const ids = contentsOf(node);
    const text = ids.map((id) => texts.get(id) ?? '').join(' ');
    if (text.trim() !== '') found.push({ ids, text });
  };
  if (tree !== null) visit(tree as TreeNode);
  return found;
}

function holdsParagraph({ role, children = [] }: TreeNode): boolean {
  return PARAGRAPHS.test(role ?? '') || children.some(holdsParagraph);
}

function contentsOf(node: TreeNode): readonly string[] {
  if (node.type === 'content') return node.id === undefined ? [] : [node.id];
  return (node.children ?? []).flatMap(contentsOf);
}

/** The words of each marked content. */
async function textsOf(page: PDFPageProxy): Promise<ReadonlyMap<string, string>> {
  const { items } = await page.getTextContent({ includeMarkedContent: true });
  const texts = new Map<string, string>();
  const open: string[] = [];
  for (const item of items) {
    if ('str' in item) {
      const id = open.at(-1) ?? '';
      texts.set(id, (texts.get(id) ?? '') + item.str + (item.hasEOL ? ' ' : ''));
    } else if (item.type === 'endMarkedContent') open.pop();
    else open.push(item.id ?? open.at(-1) ?? '');
  }
  return texts;
}
