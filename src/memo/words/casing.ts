import type { Inline } from '../../document/tree.js';

/** Every text changed, by the rules of the language (BCP 47) that it is in: `lang`, or that of the span around it. */
export function recased(
  nodes: readonly Inline[],
  lang: string,
  change: (text: string, lang: string) => string,
): Inline[] {
  return nodes.map((node) => {
    if (node.type === 'text') return { ...node, value: change(node.value, lang) };
    if (!('children' in node)) return node;
    return { ...node, children: recased(node.children, node.type === 'span' ? (node.lang ?? lang) : lang, change) };
  });
}

/** With a capital at the beginning. */
export function capitalised(nodes: readonly Inline[], lang: string): Inline[] {
  let done = false;
  return recased(nodes, lang, (text, own) => {
    if (done || text === '') return text;
    done = true;
    return withCapital(text, own);
  });
}

export function withCapital(text: string, lang: string): string {
  const [first = ''] = text;
  return upperCase(first, lang) + text.slice(first.length);
}

/** In capitals, by the rules of a language; one that `Intl` does not know has the usual ones. */
export function upperCase(text: string, lang: string): string {
  try {
    return text.toLocaleUpperCase(lang);
  } catch {
    return text.toUpperCase();
  }
}
