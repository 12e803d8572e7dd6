/**
 * Shell patterns for file names, as bash has them with `globstar`: `*`, `?`, `[a-z]`, `[!a-z]`, `{yaml,json}`, and `**`
 * for any number of folders. For those who quote them, and for shells that do not expand them.
 */
export function isGlob(path: string): boolean {
  return /[*?[{]/.test(path);
}

/** The folder to search: everything before the first part with a pattern in it. */
export function globBase(pattern: string): string {
  const parts = pattern.split('/');
  const fixed = parts.slice(
    0,
    parts.findIndex((part) => isGlob(part)),
  );
  return fixed.join('/') || (pattern.startsWith('/') ? '/' : '.');
}

/** Matches the whole path, with `/` between folders. A name that begins with a dot is matched by a dot alone. */
export function globExpression(pattern: string): RegExp {
  return new RegExp(
    `^${pattern.split('/').map(partExpression).join('/').replaceAll(`${ANY_FOLDERS}/`, `(?:${ANY_FOLDERS}/)?`)}$`,
    'u',
  );
}

const NOT_HIDDEN = '(?!\\.)';
const ANY_FOLDERS = `(?:${NOT_HIDDEN}[^/]+(?:/${NOT_HIDDEN}[^/]+)*)`;

function partExpression(part: string): string {
  if (part === '**') return ANY_FOLDERS;
  const tokens = part.match(/\[[!^]?\]?[^\]]*\]|\{[^{}]*\}|./gsu) ?? [];
  return (/^[*?[]/.test(part) ? NOT_HIDDEN : '') + tokens.map(tokenExpression).join('');
}

function tokenExpression(token: string): string {
  if (token === '*') return '[^/]*';
  if (token === '?') return '[^/]';
  if (token.startsWith('{') && token.endsWith('}')) {
    const choices = token.slice(1, -1).split(',');
    return `(?:${choices.map(partExpression).join('|')})`;
  }
  if (token.startsWith('[') && token.length > 2) {
    const inside = token.slice(1, -1).replace(/^[!^]/, '');
    const negated = /^\[[!^]/.test(token) ? '^' : '';
    return `[${negated}${inside.replace(/[\\\]&|~^[]/g, '\\$&')}]`;
  }
  return token.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
