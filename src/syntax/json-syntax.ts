/**
 * Strict JSON (RFC 8259). A `.json` file goes through the YAML parser like every other, for one set of places, but YAML
 * also takes comments, single quotes and trailing commas, which other readers of the file would not.
 */

export interface JsonProblem {
  readonly offset: number;
  readonly message: string;
  readonly hints?: readonly string[];
}

type Want = 'value' | 'value-or-end' | 'key' | 'key-or-end' | 'colon' | 'comma-or-end';

const LITERAL = /(?:true|false|null|-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?)(?![A-Za-z0-9_.+-])/y;
const STRING_STOP = /["\\\u0000-\u001f]/g;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;
const SPACE = /[ \t\r\n]*/y;

/** The first thing in the text that is not JSON, or null. Works without recursion, however deep the text nests. */
export function findJsonProblem(text: string): JsonProblem | null {
  const open: ('{' | '[')[] = [];
  let want: Want = 'value';
  let at = skip(SPACE, text, 0);
  for (;;) {
    const char = text[at];
    if (char === undefined) return unexpectedEnd(at, want, open);
    if ((char === ']' || char === '}') && closes(char, want, open)) {
      open.pop();
      at += 1;
      want = 'comma-or-end';
    } else if (want === 'comma-or-end' || want === 'colon') {
      if (char !== (want === 'colon' ? ':' : ',')) return unexpected(text, at, want);
      at += 1;
      want = want === 'colon' ? 'value' : open.at(-1) === '{' ? 'key' : 'value';
    } else if (want === 'key' || want === 'key-or-end') {
      const end = skipString(text, at);
      if (end === at) return unexpected(text, at, want);
      at = end;
      want = 'colon';
    } else if (char === '{' || char === '[') {
      open.push(char);
      at += 1;
      want = char === '{' ? 'key-or-end' : 'value-or-end';
    } else {
      const end = char === '"' ? skipString(text, at) : skip(LITERAL, text, at);
      if (end === at) return unexpected(text, at, want);
      at = end;
      want = 'comma-or-end';
    }
    at = skip(SPACE, text, at);
    if (open.length === 0 && want === 'comma-or-end') return at < text.length ? afterTheEnd(text, at) : null;
  }
}

function skip(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}

/** The offset after the string that begins at `at`; `at` itself where there is none. */
function skipString(text: string, at: number): number {
  if (text[at] !== '"') return at;
  STRING_STOP.lastIndex = at + 1;
  for (let stop = STRING_STOP.exec(text); stop !== null; stop = STRING_STOP.exec(text)) {
    if (stop[0] === '"') return stop.index + 1;
    const next = skip(ESCAPE, text, stop.index);
    if (next === stop.index) return at;
    STRING_STOP.lastIndex = next;
  }
  return at;
}

function closes(char: ']' | '}', want: Want, open: readonly string[]): boolean {
  const expected = open.at(-1) === '{' ? '}' : ']';
  if (open.length === 0 || char !== expected) return false;
  return want === 'comma-or-end' || want === (char === '}' ? 'key-or-end' : 'value-or-end');
}

function unexpected(text: string, offset: number, want: Want): JsonProblem {
  const char = text[offset] ?? '';
  const rest = text.slice(offset, offset + 2);
  if (rest === '//' || rest === '/*' || char === '#') {
    return {
      offset,
      message: 'Found a comment; JSON has none.',
      hints: ['Remove it, or name the file .yaml: YAML has comments, with #.'],
    };
  }
  if (char === "'")
    return {
      offset,
      message: 'Found a single quote; JSON strings stand in double quotes (").',
      hints: ['Write "text".'],
    };
  if ((char === '}' || char === ']') && (want === 'key' || want === 'value') && /,\s*$/.test(text.slice(0, offset))) {
    return {
      offset,
      message: `Found ${char} after a comma; JSON has no trailing comma.`,
      hints: ['Remove the comma before it.'],
    };
  }
  if (char === '"') return { offset, ...badString(text, offset, want) };
  const word = /^[\p{L}\p{N}_.+-]+/u.exec(text.slice(offset, offset + 40))?.[0] ?? char;
  return { offset, message: `Found ${JSON.stringify(word)}; expected ${WANTED[want]}.` };
}

function badString(text: string, offset: number, want: Want): Omit<JsonProblem, 'offset'> {
  if (want === 'comma-or-end' || want === 'colon') {
    return { message: `Found a string; expected ${WANTED[want]}.`, hints: ['Is a comma missing before it?'] };
  }
  const line = text.slice(offset, text.indexOf('\n', offset) === -1 ? undefined : text.indexOf('\n', offset));
  return /^"(?:[^"\\]|\\.)*$/.test(line)
    ? {
        message: 'Found a string that does not end on its line; expected a closing ".',
        hints: ['Write a line break in a string as \\n.'],
      }
    : {
        message: 'Found a string with an escape that JSON does not have.',
        hints: ['A backslash itself is written \\\\.'],
      };
}

const WANTED: Readonly<Record<Want, string>> = {
  value: 'a value',
  'value-or-end': 'a value or ]',
  key: 'a name in double quotes',
  'key-or-end': 'a name in double quotes, or }',
  colon: 'a colon',
  'comma-or-end': 'a comma, or the end of the list or object',
};

function unexpectedEnd(offset: number, want: Want, open: readonly string[]): JsonProblem {
  const closing = open.map((char) => (char === '{' ? '}' : ']')).reverse();
  return {
    offset,
    message: `The file ends too early; expected ${WANTED[want]}.`,
    ...(closing.length > 0 ? { hints: [`Still open: it takes ${closing.slice(0, 8).join('')} to close.`] } : {}),
  };
}

function afterTheEnd(text: string, offset: number): JsonProblem {
  const problem = unexpected(text, offset, 'comma-or-end');
  return problem.message.includes('comment')
    ? problem
    : { offset, message: 'Found more text after the end of the JSON value.' };
}
