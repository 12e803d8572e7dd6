import { describe, expect, test } from 'vitest';
import { addressesIn, namesOf, phonesIn } from '../../src/proof/parts.js';
import { digitsIn, isJoined, weightOf, withoutAccents, wordsOf } from '../../src/proof/words.js';

test.each([
  ['Don’t re-open (it)', ['don', 't', 're', 'open', 'it']],
  ['soft\u00adhyphen', ['softhyphen']],
  ['ÄÖÜ Straße Æsir Ångström', ['aeoeue', 'strasse', 'aesir', 'aangstroem']],
  ['ﬁn １２', ['fin', '12']],
  ['李明 said', ['李', '明', 'said']],
  ['– …', []],
])('the words of %j', (text, words) => {
  expect(wordsOf(text)).toEqual(words);
});

test.each([
  ['Żółć', 'Zolc'],
  ['Ærø ŒŁĐØ ßœłđı', 'Aro OLDO soldi'],
  ['Ấn ậ', 'An a'],
  ['ї й', 'ї й'.normalize('NFKD')],
])('%j without accents', (text, plain) => {
  expect(withoutAccents(text)).toBe(plain);
});

test.each([
  ['word', 4],
  ['ab', 2],
  ['李', 3],
  ['한', 3],
  ['か', 3],
  ['ก', 2],
  ['ຫ', 2],
  ['ក', 2],
  ['က', 2],
])('the weight of %j is %d', (word, weight) => {
  expect(weightOf(word)).toBe(weight);
  expect(isJoined(word)).toBe(!/[a-z]/.test(word));
});

test.each([
  ['no number', []],
  ['room 47 110, or 12', ['47110', '12']],
  ['12, 13', ['12', '13']],
  ['+49 (0)30-1234/56·7', ['490301234567']],
  ['٠١٢٣٤٥٦٧٨٩', ['0123456789']],
  ['०९ १', ['091']],
  ['𝟘𝟡', ['09']],
  ['𑁦𑁯', ['09']],
])('the numbers of %j', (text, numbers) => {
  expect(digitsIn(text)).toEqual(numbers);
});

describe('the names of a person', () => {
  test.each<[string, readonly string[], readonly string[]]>([
    ['Ann Nightjar', ['Nightjar'], ['Nightjar Ann']],
    ['Nightjar, Ann Mary', ['Nightjar'], ['Nightjar Ann Mary', 'Ann Mary Nightjar']],
    ['Nightjar, Ann, Mary', ['Nightjar'], ['Nightjar Ann Mary', 'Ann Mary Nightjar']],
    ['Jan van der Berg', ['Berg'], ['Berg Jan van der']],
    ['Bo Li', [], ['Li Bo']],
    ['Bo Lee', ['Lee'], ['Lee Bo']],
    ['Simone Van', [], ['Van Simone']],
    ['One Two Three Four Five', ['Five'], ['Five One Two Three Four']],
    ['One Two Three Four Five Six', [], []],
    ['Nightjar', [], []],
    ['', [], []],
    ['Head of unit', [], []],
    ['unit Head', [], []],
    ['Room 12', [], []],
    ['Unit B2', [], []],
  ])('%j', (text, alone, whole) => {
    const names = namesOf(text);
    expect(names.alone.map((words) => words.join(' '))).toEqual(alone);
    expect(names.whole.map((words) => words.join(' '))).toEqual(whole);
  });
});

test.each([
  ['Write to a.b@mfa.example, or to c@d.', ['a.b@mfa.example']],
  ['<a@b.org>;[c_d@e-f.net]', ['a@b.org', 'c_d@e-f.net']],
  ['at HTTP://files.example/a.pdf?!', ['files.example/a.pdf']],
  ['at https://a.example/x.y,z.', ['a.example/x.y,z']],
  ['(www.a.example) http://b.example/?u=http://c.example', ['www.a.example', 'b.example/?u=http://c.example']],
  ['12 Harbour Lane', ['12 Harbour Lane']],
  ['Harbour Lane 12b', ['Harbour Lane 12b']],
  ['no address', []],
])('the addresses of %j', (text, addresses) => {
  expect(addressesIn(text)).toEqual(addresses);
});

test.each([
  ['call 123456', []],
  ['call 1234567', ['1234567']],
  ['call 12345 on 2024-09-04', []],
  ['on 2024-09-04 1234567', ['1234567']],
  ['1234567 2024-09-04 7654321', ['1234567', '7654321']],
  ['+49 1234567', ['491234567']],
  ['+4 912345678', ['4912345678', '12345678']],
  ['+ 49 12345678', ['4912345678', '12345678']],
  ['0049 12345678', ['004912345678', '12345678']],
  ['49 12345678', ['4912345678']],
  ['49 00 12345678', ['490012345678']],
])('the telephone numbers of %j', (text, numbers) => {
  expect(phonesIn(text)).toEqual(numbers);
});
