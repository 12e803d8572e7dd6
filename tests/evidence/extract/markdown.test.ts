import { expect, test } from 'vitest';
import { extractText } from '../../../src/evidence/extract/extract.js';
import { bytesOf } from '../kept.js';

/** The text of a note in Markdown, line by line, without the marks of where its parts end. */
async function linesOf(note: string): Promise<readonly string[]> {
  const extracted = await extractText(bytesOf(note), { file: 'a.md', sha256: '' });
  if (!extracted.ok) throw new Error(extracted.reason);
  return extracted.text
    .split('\n')
    .map((line) => line.replace(/[\s\u001c]+/g, ' ').trim())
    .filter((line) => line !== '');
}

test.each<[string, string, readonly string[]]>([
  ['paragraphs', 'One *two* **three**\nfour.\n\nFive [six](x) `a < b`.', ['One two three four.', 'Five six a < b.']],
  ['headings', '# One\nTwo\n\n### Three\n', ['One', 'Two', 'Three']],
  ['lists', '- One\n- Two\n  1. Three\n  2. Four\n', ['One', 'Two', 'Three', 'Four']],
  ['quotations', '> One\n>\n> Two\n\nThree', ['One', 'Two', 'Three']],
  ['code', '```\nif (a < b) &amp;\n  c\n```\nOne', ['if (a < b) &amp;', 'c', 'One']],
  ['line breaks', 'One\\\nTwo  \nThree', ['One', 'Two', 'Three']],
  ['rules', 'One\n\n---\n\nTwo', ['One', 'Two']],
  ['pictures', 'One ![two](three.png) four', ['One four']],
  ['what is struck out', 'One ~~two~~ three', ['One three']],
  ['tags, and what is none', 'a < b & c <b>d</b> e &amp;', ['a < b & c d e &']],
])('%s', async (_, note, lines) => {
  expect(await linesOf(note)).toEqual(lines);
});

test('cells of a table are in it, row by row', async () => {
  const lines = await linesOf('| One | Two |\n| --- | --- |\n| Three | Four |\n| Five | Six |\n');
  expect(lines.flatMap((line) => line.split(/\W+/))).toEqual(['One', 'Two', 'Three', 'Four', 'Five', 'Six']);
});

test('a note stands by itself, and not where it is referred to', async () => {
  const lines = await linesOf('One[^1] two.\n\n[^1]: Three four.\n');
  expect(lines[0]).toBe('One two.');
  expect(lines.join(' ')).toContain('Three four.');
});

test.each<[string, string, readonly string[]]>([
  ['YAML', '---\na: 1\nb: 2\n---\nText', ['Text']],
  ['YAML that ends with three full stops', '---\na: 1\n...\nText', ['Text']],
  ['YAML with spaces after its fences', '---  \na: 1\n---  \nText', ['Text']],
  ['YAML with a line that has no key', '---\na:\n  - b\n---\nOne\n\nTwo', ['One', 'Two']],
  ['YAML with line ends of Windows', '---\r\na: 1\r\n---\r\nText', ['Text']],
  ['TOML', '+++\na = 1\n+++\nText', ['Text']],
])('front matter is left out: %s', async (_, note, lines) => {
  expect(await linesOf(note)).toEqual(lines);
});

test.each<[string, string, readonly string[]]>([
  ['what stands between two rules', '---\n\nOne\n\n---\n\nTwo', ['One', 'Two']],
  ['what comes before', 'One\n\n---\n\na: 1\n\n---\n\nTwo', ['One', 'a: 1', 'Two']],
  ['what never ends', '---\n\na: 1\n\nTwo', ['a: 1', 'Two']],
  ['TOML that ends as YAML may', '+++\na = 1\n...\nText', ['+++ a = 1 ... Text']],
  ['a colon in a sentence', '---\n\nSo it is: yes\n\n---\n\nTwo', ['So it is: yes', 'Two']],
  ['a key after the end', '---\n\n---\n\na: 1', ['a: 1']],
])('and nothing else is: %s', async (_, note, lines) => {
  expect(await linesOf(note)).toEqual(lines);
});
