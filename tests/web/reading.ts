/** A page as a reader of HTML that is not ours has it. */
import { type DefaultTreeAdapterTypes, parse } from 'parse5';

export type PageElement = DefaultTreeAdapterTypes.Element;

/** Every element in the order of the text. */
export function elementsOf(html: string): readonly PageElement[] {
  const found: PageElement[] = [];
  const visit = (node: DefaultTreeAdapterTypes.Node): void => {
    if ('tagName' in node) found.push(node);
    if ('childNodes' in node) for (const child of node.childNodes) visit(child);
  };
  visit(parse(html));
  return found;
}

export function attributeOf(element: PageElement, name: string): string | undefined {
  return element.attrs.find((each) => each.name === name)?.value;
}

/** What is read, without the words of the style sheet. */
export function textOf(node: DefaultTreeAdapterTypes.Node): string {
  if ('tagName' in node && node.tagName === 'style') return '';
  if (node.nodeName === '#text') return (node as DefaultTreeAdapterTypes.TextNode).value;
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}

export function pageText(html: string): string {
  return textOf(parse(html));
}
