import { describe, expect, test } from 'vitest';
import type { Inline } from '../../../src/document/tree.js';
import { plainText } from '../../../src/document/walk.js';
import { keepValueOrder } from '../../../src/memo/tree/value-order.js';

const NAME = 'سالم الحداد';
const value = (text: string, origin = 'quotes[0].speaker'): Inline => ({ type: 'text', value: text, origin });
const words = (text: string): Inline => ({ type: 'text', value: text });
const strong = (...children: Inline[]): Inline => ({ type: 'strong', children });
const shown = (nodes: Inline[], language = 'en') =>
  plainText(keepValueOrder(nodes, language)).replaceAll('\u200e', '<L>').replaceAll('\u200f', '<R>');

describe('after a value that runs the other way', () => {
  test('a number stays where it was written', () => {
    expect(shown([strong(value(NAME)), words(', 15 November')])).toBe(`${NAME}, <L>15 November`);
    expect(shown([value(`Salim (${NAME})`), words('; '), value('2024/15', 'reference')])).toBe(
      `Salim (${NAME}); <L>2024/15`,
    );
  });

  test('another such name does too', () => {
    expect(shown([value(NAME, 'to[0].name'), words(', '), value('يوسف', 'to[1].name'), words(', 3')])).toBe(
      `${NAME}, <L>يوسف, <L>3`,
    );
  });

  test('a mark of a source is not drawn in', () => {
    const nodes = keepValueOrder([value(NAME), { type: 'footnoteReference', identifier: '1' }, words(' 7')], 'en');
    expect(nodes.map((node) => (node.type === 'text' ? node.value : node.type))).toEqual([
      NAME,
      '\u200e',
      'footnoteReference',
      ' 7',
    ]);
  });

  test('a title in its own language is a value too, and a label is none', () => {
    const title: Inline = { type: 'span', lang: 'ar', children: [words(NAME)] };
    expect(shown([title, words('”, 2024')])).toBe(`${NAME}”, <L>2024`);
    expect(shown([{ ...title, isLabel: true }, words(', 2024')])).toBe(`${NAME}, 2024`);
  });

  test('in a document from right to left, a name in Latin letters is kept apart', () => {
    expect(shown([value('Lin Xiaoming'), words('، 15 نوفمبر')], 'ar')).toBe('Lin Xiaoming، <R>15 نوفمبر');
    expect(shown([value(NAME), words('، 15 نوفمبر')], 'ar')).toBe(`${NAME}، 15 نوفمبر`);
  });

  test('letters beyond the basic plane count as letters', () => {
    expect(shown([value('\u{1e900}\u{1e901}'), words(' 5')])).toBe('\u{1e900}\u{1e901} <L>5');
  });
});

describe('nothing is added', () => {
  test.each<[string, Inline[]]>([
    ['within one text of the brief', [value(`${NAME}, 15 years`), strong(value(' and 3'))]],
    ['before words of the document', [value(NAME), words(' (person), 3')]],
    ['where nothing follows', [words('By '), value(NAME), words('.')]],
    ['in another line', [value(NAME), { type: 'break' }, words('15 November')]],
    ['after a name of the document', [value('Lin Xiaoming'), words(', 15 November')]],
  ])('%s', (_, nodes) => {
    expect(keepValueOrder(nodes, 'en')).toEqual(nodes);
  });
});
