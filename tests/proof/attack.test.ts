import { describe, expect, test } from 'vitest';
import type { WithheldPassage } from '../../src/proof/needles.js';
import { type FinishedFile, proveEdition } from '../../src/proof/prove.js';
import { pdfDrawing, pdfWith } from './holes.js';

/** What was withheld, and what stands in the document. */
type Attack = readonly [withheld: string | Omit<WithheldPassage, 'field'>, text: string];

function leaksIn(file: FinishedFile, withheld: Attack[0], allowed: readonly string[] = []) {
  const passage = typeof withheld === 'string' ? { text: withheld } : withheld;
  const proof = { edition: 'press', files: [file], withheld: [{ field: 'x', ...passage }], allowed };
  return proveEdition(proof).diagnostics.filter(({ code }) => code === 'edition-leak');
}

function inMemo(withheld: Attack[0], text: string, allowed: readonly string[] = []) {
  return leaksIn({ name: 'a.md', bytes: new TextEncoder().encode(text) }, withheld, allowed);
}

const person = (text: string) => ({ text, isPerson: true });

describe('what is found in a text', () => {
  test.each<Attack>([
    ['MI6', 'with help of MI6.'],
    ['Per', 'so said Per today'],
    ['Per', 'SO SAID PER TODAY'],
    ['4711-0815', 'call 47110815'],
    ['47110', 'room 47 110!'],
    ['+976 9911 2233', 'Tel. +976 99 11 22 33'],
    ['+976 9911 2233', 'Tel. (976)9911-2233'],
    ['+976 9911 2233', 'Tel. 0 99112233'],
    ['00976 9911 2233', 'Tel. 99112233'],
    ['+976 9911 2233', 'Tel. +٩٧٦ ٩٩١١ ٢٢٣٣'],
    ['Call +976 9911 2233 at night, and nobody else.', 'Tel. 97699112233'],
    ['欧阳娜娜子', '今天会见欧阳娜娜子的时候'],
    ['李明', '今天会见李明的时候'],
    ['김철수', '오늘 김철수는 왔다'],
    ['やまだ太郎', '今日やまだ太郎さんが'],
    ['ผู้แทนสมชายใจดีมาแล้ว', 'วันนี้ผู้แทนสมชายใจดีมาแล้วครับ'],
    ['今天会见欧阳娜娜子的时候他说港口明天关闭', '他说港口明天关闭,会见欧阳娜娜子的时候他说港口明天关闭了'],
    ['Weiß', 'Herr Weiss sagt'],
    ['Weiss', 'Herr Weiß sagt'],
    ['Müller', 'Frau Mueller'],
    ['Mueller', 'Frau MÜLLER'],
    ['Müller', 'Frau Muller'],
    ['Muller', 'Frau Müller'],
    ['Jørgen', 'herr Joergen'],
    ['Żółć', 'pan Żółć'],
    ['Kowalé', 'pan Kowale'],
    [person('Ann Nightjar'), 'as Nightjar said'],
    [person('Ann Nightjar'), 'NIGHTJAR, ANN'],
    [person('Nightjar, Ann'), 'as Nightjar said'],
    [person('Nightjar, Ann'), 'ann nightjar'],
    [person('Jan van der Berg'), 'Herr Berg sagt'],
    ['Write to bold.one@mfa.example about what was agreed in the palace.', 'bold.one@mfa.example'],
    [
      'The paper is at https://files.example/secret/plan.pdf for a week only.',
      '[x](http://files.example/secret/plan.pdf)',
    ],
    ['They meet at 12 Harbour Lane every other Tuesday after dark.', 'the house (12, Harbour Lane)'],
    ['Sie treffen sich in der Lindenstraße 7 jeden zweiten Dienstag.', 'Lindenstrasse 7'],
    ['Ils se voient au 5 rue Monge tous les mardis sans exception aucune.', '5 rue Monge'],
    ['משרד החוץ', 'אצל משרד החוץ'],
  ])('%j in %j', (withheld, text) => {
    expect(inMemo(withheld, text)).not.toEqual([]);
  });

  test.each<Attack>([
    ['MI6', 'mi6 and MI60, ami6'],
    ['Per', 'five per cent, Persia'],
    ['47110', '471100 or 1 47110'],
    ['the 3rd of 2024-09-04', '20240904 and 2024'],
    ['李明', '李先生,明天'],
    [person('Ann Light'), 'a light meal'],
    [person('Ann Light'), 'Ann and others'],
    [person('A senior official of the ministry'), 'the Ministry'],
    [person('Bold'), 'a bolder move'],
    ['Bär', 'the bar is open'],
    ['Write to bold.one@mfa.example about what was agreed in the palace.', 'mfa.example'],
    ['In the first place, 12 ships passed the harbour in the month of May.', 'the first place, 12'],
  ])('not %j in %j', (withheld, text) => {
    expect(inMemo(withheld, text)).toEqual([]);
  });
});

describe('what is found on a page, however it is drawn', () => {
  const draw = (content: string) =>
    leaksIn({ name: 'a.pdf', bytes: pdfDrawing(`BT /F1 10 Tf ${content} ET`) }, 'Nightjar');
  const letters = [...'Nightjar'];

  test.each<[string, string]>([
    ['in one piece', '1 0 0 1 50 50 Tm (by Nightjar now) Tj'],
    ['over a kerning gap', '1 0 0 1 50 50 Tm [(by Nig) -150 (htj) 40 (ar now)] TJ'],
    ['in two styles', '1 0 0 1 50 50 Tm (by Night) Tj /F1 10.5 Tf 40 0 Td (jar now) Tj'],
    ['letter by letter', letters.map((letter, i) => `1 0 0 1 ${50 + i * 5} 50 Tm (${letter}) Tj`).join(' ')],
    [
      'letter by letter, from the end',
      letters
        .map((letter, i) => `1 0 0 1 ${50 + i * 5} 50 Tm (${letter}) Tj`)
        .toReversed()
        .join(' '),
    ],
    ['with wide spaces between letters', '1 0 0 1 50 50 Tm 4 Tc (Nightjar) Tj'],
    ['raised in part', '1 0 0 1 50 50 Tm (Night) Tj 25 1 Td (jar) Tj'],
    ['turned', '0 1 -1 0 50 50 Tm (Night) Tj 25 0 Td (jar) Tj'],
    ['by moving the page', '1 0 0 1 50 50 Tm (Night) Tj ET q 1 0 0 1 75 0 cm BT 1 0 0 1 0 50 Tm (jar) Tj ET Q BT'],
    ['by the line operators', "1 0 0 1 50 50 Tm 12 TL (x) ' (Night-) ' (jar) '"],
    ['after a line break', '1 0 0 1 50 50 Tm (Night-) Tj 0 -12 TD (jar) Tj'],
    ['stretched', '50 Tz 1 0 0 1 50 50 Tm (Night) Tj 12.5 0 Td (jar) Tj'],
    ['in nested parentheses', '1 0 0 1 50 50 Tm (a (b (c) Nightjar) d) Tj'],
    ['beside an escape', '1 0 0 1 50 50 Tm (\\(Night\\152ar\\)) Tj'],
    ['in hexadecimal', '1 0 0 1 50 50 Tm <4e696768746a6172> Tj'],
    ['in words that stand for it', '/Span << /ActualText (Nightjar) >> BDC (x) Tj EMC'],
  ])('%s', (_, content) => {
    expect(draw(content)).not.toEqual([]);
  });

  test.each<[string, string]>([
    ['two words', '1 0 0 1 50 50 Tm (Night) Tj 30 0 Td (jar) Tj'],
    ['two columns', '1 0 0 1 50 50 Tm (Night) Tj 1 0 0 1 200 50 Tm (jar) Tj'],
    ['two lines', '1 0 0 1 50 50 Tm (Night) Tj 1 0 0 1 75 30 Tm (jar) Tj'],
    ['a gap of a space', '1 0 0 1 50 50 Tm [(Night) -250 (jar)] TJ'],
    ['words on both sides of a column', '1 0 0 1 50 50 Tm (Nightjars) Tj'],
  ])('not %s', (_, content) => {
    expect(draw(content)).toEqual([]);
  });

  test('what is appended after the trailer', () => {
    const whole = Buffer.concat([pdfWith([]), Buffer.from('9 0 obj\n<< /Title (Nightjar) >>\nendobj\n')]);
    expect(leaksIn({ name: 'a.pdf', bytes: whole }, 'Nightjar')).not.toEqual([]);
  });

  test('an entry of the trailer', () => {
    const whole = Buffer.concat([pdfWith([]), Buffer.from('trailer\n<< /Info << /Author (Nightjar) >> >>\n')]);
    expect(leaksIn({ name: 'a.pdf', bytes: whole }, 'Nightjar')[0]?.message).toContain('in the properties');
  });

  test('an object whose number another has', () => {
    const whole = Buffer.concat([pdfWith([]), Buffer.from('4 0 obj\n<< /Alt (Nightjar) >>\nendobj\n')]);
    expect(leaksIn({ name: 'a.pdf', bytes: whole }, 'Nightjar')[0]?.message).toContain('in an alternative text');
  });
});

describe('where two kept texts meet', () => {
  const kept = ['We saw the flight of the blue', 'Heron houses were closed', 'Sources'];

  test('they make no leak', () => {
    expect(inMemo('Blue Heron', kept.join('\n'), kept)).toEqual([]);
    expect(inMemo('the blue heron houses', kept.join('\n'), kept)).toEqual([]);
  });

  test('the same words anywhere else do', () => {
    expect(inMemo('Blue Heron', `${kept.join('\n')}\nOf blue heron nests`, kept)).not.toEqual([]);
    expect(inMemo('Blue Heron', 'Blue Heron', kept)).not.toEqual([]);
  });

  test('with a label between them', () => {
    const labelled = [kept[0] ?? '', 'Sources', kept[1] ?? ''];
    expect(inMemo('blue sources heron', labelled.join('\n'), kept)).toEqual([]);
  });
});

describe('what the program says of itself', () => {
  const file = (text: string) => ({ name: 'a.md', bytes: new TextEncoder().encode(text) });
  const xmp = (text: string) => ({
    name: 'a.pdf',
    bytes: pdfWith([{ dictionary: '/Type /Metadata', data: `<x><y>${text}</y></x>` }]),
  });
  const prove = (files: readonly FinishedFile[], constants: readonly FinishedFile[]) =>
    proveEdition({ edition: 'e', files, withheld: [{ field: 'f', text: 'Protocol' }], allowed: [], constants }).ok;

  test('counts for nothing where it says so', () => {
    expect(prove([file('Protocol')], [])).toBe(false);
    expect(prove([file('Protocol')], [file('The Protocol')])).toBe(true);
    expect(prove([xmp('Protocol')], [xmp('the Protocol')])).toBe(true);
  });

  test('and is found in any other kind of place', () => {
    expect(prove([file('Protocol')], [xmp('Protocol')])).toBe(false);
    expect(prove([{ name: 'a.pdf', bytes: pdfWith([], 'A Protocol') }], [xmp('Protocol')])).toBe(false);
  });
});

describe('what is too short to be looked for', () => {
  const prove = (withheld: readonly WithheldPassage[], allowed: readonly string[] = []) =>
    proveEdition({ edition: 'press', files: [], withheld, allowed });

  test('is said once, with the fields', () => {
    const withheld = ['EU', '12', '李', 'long enough'].map((text, i) => ({ field: `f${i}`, text }));
    const { ok, diagnostics } = prove(withheld);
    expect(ok).toBe(true);
    expect(diagnostics).toMatchObject([{ severity: 'info', code: 'edition-not-searched', field: 'f0' }]);
    expect(diagnostics[0]?.message).toContain('"EU" (`f0`), "12" (`f1`), "李" (`f2`).');
  });

  test('is not said of what is kept, or says nothing', () => {
    expect(prove([{ field: 'f', text: 'EU' }], ['EU']).diagnostics).toEqual([]);
    expect(prove([{ field: 'f', text: '…' }]).diagnostics).toEqual([]);
  });

  test('is counted where it is much', () => {
    const withheld = Array.from({ length: 9 }, (_, i) => ({ field: `f${i}`, text: `x${i}` }));
    expect(prove(withheld).diagnostics[0]?.message).toMatch(/"x5" \(`f5`\) and 3 more\.$/);
  });
});

test('a page in a script from right to left, drawn as it is seen', () => {
  const page = [...'أعلن محمد الأمين ذلك'].toReversed().join('');
  expect(leaksIn({ name: 'a.pdf', bytes: pdfWith([], page) }, 'محمد الأمين')).not.toEqual([]);
});
