import type { Inline } from './tree.js';

/** Adjacent texts as one, and no empty ones. */
export function joinTexts(nodes: readonly Inline[]): Inline[] {
  const joined: Inline[] = [];
  for (const node of nodes) {
    const last = joined.at(-1);
    if (node.type !== 'text') joined.push(node);
    else if (last?.type === 'text' && last.origin === node.origin) {
      joined[joined.length - 1] = { ...last, value: last.value + node.value };
    } else if (node.value !== '') joined.push(node);
  }
  return joined;
}

/** Whether it would change nothing, here or inside of a node. */
export function areJoined(nodes: readonly Inline[]): boolean {
  return nodes.every((node, at) => {
    if ('children' in node) return areJoined(node.children);
    const before = nodes[at - 1];
    return node.type !== 'text' || (node.value !== '' && (before?.type !== 'text' || before.origin !== node.origin));
  });
}

/** Without blanks and breaks at the edges, where they mean nothing. */
export function trimInlines(nodes: readonly Inline[]): Inline[] {
  const trimmed = [...nodes];
  for (let first = trimmed[0]; first !== undefined; first = trimmed[0]) {
    if (first.type === 'text') {
      const value = first.value.replace(/^[ \t\n]+/, '');
      if (value !== '') {
        trimmed[0] = { ...first, value };
        break;
      }
    } else if (first.type !== 'break') break;
    trimmed.shift();
  }
  for (let last = trimmed.at(-1); last !== undefined; last = trimmed.at(-1)) {
    if (last.type === 'text') {
      const value = last.value.trimEnd() === '' ? '' : last.value.replace(/[ \t\n]+$/, '');
      if (value !== '') {
        trimmed[trimmed.length - 1] = { ...last, value };
        break;
      }
    } else if (last.type !== 'break') break;
    trimmed.pop();
  }
  return trimmed;
}
