import { parseSelectors, type Selector } from './selectors.js';

export interface Declaration {
  /** In lower case, except custom properties. */
  readonly name: string;
  readonly value: string;
  readonly important: boolean;
}

export interface StyleRule {
  readonly selectors: readonly Selector[];
  readonly declarations: readonly Declaration[];
}

/** At-rules that do not affect a drawing on paper: fonts, animation, namespaces, encodings. */
const IDLE_RULE = /^@(?:font-face|keyframes|-webkit-keyframes|charset|namespace|-moz-document|page)\b/i;
const NO_COMMENTS = /\/\*[\s\S]*?\*\/|<!--|-->/g;

/** The rules of a style sheet (CSS Syntax 3), or why it cannot be drawn reliably. */
export function parseStyleSheet(text: string): StyleRule[] | { readonly wrong: string } {
  const css = text.replace(NO_COMMENTS, ' ');
  if (css.includes('\\')) return { wrong: 'a style sheet with escaped characters' };
  const rules: StyleRule[] = [];
  for (const { head, body } of blocksOf(css)) {
    if (head === '' || body?.trim() === '' || IDLE_RULE.test(head)) continue;
    if (head.startsWith('@')) {
      const inner = mediaRules(head, body);
      if ('wrong' in inner) return inner;
      rules.push(...inner);
      continue;
    }
    const selectors = parseSelectors(head);
    if (selectors === null || body === null) return { wrong: `a style sheet with the selector “${shown(head)}”` };
    if (body.includes('{')) return { wrong: 'a style sheet with rules within rules' };
    rules.push({ selectors, declarations: parseDeclarations(body) });
  }
  return rules;
}

/** Media queries match print and the light colour scheme. */
function mediaRules(head: string, body: string | null): StyleRule[] | { readonly wrong: string } {
  const [, query = ''] = /^@media\b\s*(.*)$/is.exec(head) ?? [];
  if (body !== null && /^(?:all|print|\(\s*prefers-color-scheme\s*:\s*light\s*\))$/i.test(query.trim())) {
    return parseStyleSheet(body);
  }
  if (/^\(\s*prefers-(?:color-scheme\s*:\s*dark|reduced-motion\b[^)]*)\)$/i.test(query.trim())) return [];
  if (/^@import\b/i.test(head)) return { wrong: 'a style sheet in another file' };
  return { wrong: `a style sheet with “${shown(head)}”` };
}

function shown(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > 40 ? `${line.slice(0, 40)}…` : line;
}

/** `head { body }`, or `head;` with a null body. Inner braces are part of the body. */
function blocksOf(css: string): { readonly head: string; readonly body: string | null }[] {
  const blocks: { head: string; body: string | null }[] = [];
  let [from, depth, open] = [0, 0, 0];
  for (let at = 0; at < css.length; at++) {
    const character = css[at];
    if (character === '{') {
      if (depth === 0) open = at;
      depth++;
    } else if (character === '}' && depth > 0) {
      depth--;
      if (depth > 0) continue;
      blocks.push({ head: css.slice(from, open).trim(), body: css.slice(open + 1, at) });
      from = at + 1;
    } else if (character === ';' && depth === 0) {
      blocks.push({ head: css.slice(from, at).trim(), body: null });
      from = at + 1;
    }
  }
  const rest = css.slice(from).trim();
  // An unclosed rule ends with the sheet.
  if (depth > 0) blocks.push({ head: css.slice(from, open).trim(), body: css.slice(open + 1) });
  else if (rest !== '') blocks.push({ head: rest, body: null });
  return blocks;
}

/** The declarations of a rule or a style attribute. */
export function parseDeclarations(text: string): Declaration[] {
  return splitOutside(text.replace(NO_COMMENTS, ' '), ';').flatMap((part): Declaration[] => {
    const [, name = '', written = ''] = /^\s*(--[\w-]+|[A-Za-z-]+)\s*:\s*([\s\S]*?)\s*$/.exec(part) ?? [];
    if (name === '') return [];
    const value = written.replace(/\s*!\s*important$/i, '');
    return [{ name: name.startsWith('--') ? name : name.toLowerCase(), value, important: value !== written }];
  });
}

/** Splits at a character outside brackets and quotation marks. */
export function splitOutside(text: string, at: string): string[] {
  const parts: string[] = [];
  let [from, depth, quote] = [0, 0, ''];
  for (let index = 0; index < text.length; index++) {
    const character = text[index] ?? '';
    if (quote !== '') quote = character === quote ? '' : quote;
    else if (character === '"' || character === "'") quote = character;
    else if (character === '(') depth++;
    else if (character === ')') depth--;
    else if (character === at && depth <= 0) {
      parts.push(text.slice(from, index));
      from = index + 1;
    }
  }
  return [...parts, text.slice(from)];
}
