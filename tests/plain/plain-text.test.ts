import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plainText } from '../../src/plain/plain-text.js';
import { blocksOf, documentOf } from '../layout/setting.js';

const textOf = (markdown: string) => plainText(documentOf(blocksOf(markdown)));
/** Without the line that every document ends in. */
const bodyOf = (markdown: string) => textOf(markdown).replace(/\n\nREF[^\n]*\n$/, '\n');

describe('a document as plain text', () => {
  test.each([
    ['# Title\n\nText.', 'Title\n=====\n\nText.\n'],
    ['## Part', 'Part\n----\n'],
    ['### Less', 'Less\n'],
    ['a *b* **c** `d`', 'a b c d\n'],
    ['~~not~~ this', '~~not~~ this\n'],
    ['[words](https://a.example/x)', 'words <https://a.example/x>\n'],
    ['<https://a.example/x>', 'https://a.example/x\n'],
    ['[a@b.example](mailto:a@b.example)', 'a@b.example\n'],
    ['- a\n- b\n  - c', '- a\n- b\n\n  - c\n'],
    ['3. a\n4. b', '3. a\n4. b\n'],
    ['- [ ] no\n- [x] yes', '[ ] no\n[x] yes\n'],
    ['> quoted', '    quoted\n'],
    ['```\n  code  here\n\nx\n```', '      code  here\n\n    x\n'],
    ['a  \nb', 'a\nb\n'],
    ['a\nb', 'a b\n'],
    ['![a map](x.png)', '[a map]\n'],
    ['---', '------------\n'],
    ['> [!WARNING]\n> Careful.', 'Warning\n\nCareful.\n'],
    [':::fields\n- **To:** Minister\n- **From** Desk\n:::', 'To: Minister\nFrom: Desk\n'],
    [
      '::signature{label="Signature" date="Date"}',
      'Signature: ________________________\nDate: ________________________\n',
    ],
  ])('%j', (markdown, text) => expect(bodyOf(markdown)).toBe(text));

  test('a table is a list: the first column, and the others by their names', () => {
    const table = '| Who | What | Why |\n|---|---|---|\n| A | b | c |\n| D |  | e |';
    expect(bodyOf(table)).toBe('* A\n  What: b\n  Why: c\n\n* D\n  Why: e\n');
  });

  test('a table without heads', () => {
    expect(bodyOf('|  |  |\n|---|---|\n| A | b |')).toBe('* A\n  b\n');
  });

  test('long lines are broken where words end, and continue under the text of their item', () => {
    expect(bodyOf(`- ${'word '.repeat(30)}`).split('\n')).toEqual([
      `- ${'word '.repeat(14).trim()}`,
      `  ${'word '.repeat(14).trim()}`,
      '  word word',
      '',
    ]);
  });

  test('a wide letter takes two columns, and may end a line', () => {
    const lines = bodyOf('会'.repeat(80)).trimEnd().split('\n');
    expect(lines.map((line) => line.length)).toEqual([36, 36, 8]);
  });

  test('a no-break space breaks no line, and an address never does', () => {
    const address = `https://a.example/${'x'.repeat(90)}`;
    expect(bodyOf(`${'w'.repeat(66)} article\u00a087`)).toBe(`${'w'.repeat(66)}\narticle\u00a087\n`);
    expect(bodyOf(`See ${address} there.`).split('\n')).toEqual(['See', address, 'there.', '']);
  });

  test('notes stand at the end', () => {
    expect(bodyOf('One.[^a] Two.[^b]\n\n[^b]: B.\n[^a]: A.')).toBe(
      'One. [a] Two. [b]\n\nNotes\n-----\n\n[a] A.\n[b] B.\n',
    );
  });

  test('the marking is the first and the last line', () => {
    const text = plainText(
      documentOf(blocksOf('Text.'), { tlp: 'TLP:AMBER', marking: 'Official', watermark: 'DRAFT' }),
    );
    const lines = text.trimEnd().split('\n');
    expect([lines[0], lines.at(-1)]).toEqual(['OFFICIAL  TLP:AMBER  DRAFT', 'OFFICIAL  TLP:AMBER  DRAFT']);
  });

  test('a terminal obeys nothing in it', () => {
    expect(textOf('a\u001b[31mb\u009b1mc\u202ed\u2067e')).not.toMatch(/[\u001b\u009b\u202e\u2067]/);
  });

  test('any text: no line is too long that could be broken, and every word is there', () => {
    const word = fc.stringMatching(/^[a-zåäö,.]{1,14}$/);
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 60 }), (words) => {
        const text = plainText(
          documentOf([{ type: 'paragraph', children: [{ type: 'text', value: words.join(' ') }] }]),
        );
        const body = text.replace(/\n\nREF[\s\S]*$/, '');
        expect(body.split(/\s+/)).toEqual(words);
        for (const line of body.split('\n')) expect(line.length).toBeLessThanOrEqual(72);
        // No line could have held the first word of the next one.
        body.split('\n').forEach((line, at, all) => {
          const next = all[at + 1]?.split(' ')[0];
          if (next !== undefined) expect(line.length + 1 + next.length).toBeGreaterThan(72);
        });
      }),
    );
  });
});
