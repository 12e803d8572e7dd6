import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { buildBriefing } from '../../src/index.js';
import { letters, type Page, pagesOf } from './pages.js';

const require = createRequire(import.meta.url);
const folder = mkdtempSync(join(tmpdir(), 'briefpress-scripts-'));
afterAll(() => rmSync(folder, { recursive: true }));

const brief = (fact: string, more = '') => `briefpress: 1
title: Names
asOf: 2024-09-04
${more}summary: One fact.
keyFacts:
  - text: ${JSON.stringify(fact)}
    sources: [a]
sources:
  - { id: a, type: book, title: Report, issued: '2024' }
`;

const build = (fact: string, more = '') =>
  buildBriefing({ text: brief(fact, more), folder, attachments: 'none', formats: ['pdf'] });

async function printed(fact: string, more = ''): Promise<readonly Page[]> {
  const made = await build(fact, more);
  if (!made.ok || made.value.pdf === undefined)
    throw new Error(made.diagnostics.map(({ message }) => message).join('\n'));
  return pagesOf(made.value.pdf);
}

const textOf = (pages: readonly Page[]) =>
  letters(pages.flatMap(({ pieces }) => pieces.map(({ text }) => text)).join(''));
/** Read by pdf.js in whatever form; the word joiner is read as nothing. */
const plain = (text: string) => letters(text).replaceAll('\u2060', '').normalize('NFC');

/** A theme that takes a font from an installed package by the family's name alone. */
const CHINESE = 'layout: { theme: theme.yaml }\n';
writeFileSync(join(folder, 'theme.yaml'), 'fonts: { fallback: { serif: [ZCOOL XiaoWei], sans: [ZCOOL XiaoWei] } }\n');

/** Foreign ministries, and words that are hard to set. */
const WORDS: Readonly<Record<string, string>> = {
  Thai: 'กระทรวงการต่างประเทศ น้ำใจ ผู้นำ ญี่ปุ่น ที่ปรึกษา',
  Devanagari: 'विदेश मंत्रालय संयुक्त राष्ट्र प्रधानमंत्री क्षेत्र हिन्दी शक्ति कर्म',
  Bengali: 'পররাষ্ট্র মন্ত্রণালয় জাতিসংঘ বাংলাদেশ ক্ষমতা যোগাযোগ',
  Tamil: 'வெளியுறவு அமைச்சகம் தமிழ்நாடு கௌரவம் ஸ்ரீ',
  Georgian: 'საგარეო საქმეთა სამინისტრო',
  Armenian: 'Արտաքին գործերի նախարարություն',
  Ethiopic: 'የውጭ ጉዳይ ሚኒስቴር',
  Arabic: 'وزارة الخارجية',
  Hebrew: 'משרד החוץ',
  Han: '外交部发言人',
};

describe('words of many scripts', () => {
  it.each(Object.entries(WORDS))('in %s are read from the page as they are written', async (script, words) => {
    const text = plain(textOf(await printed(words, script === 'Han' ? CHINESE : '')));
    for (const word of words.split(' ')) expect(text).toContain(plain(word));
  });

  it('end a line between words where no spaces are written', async () => {
    const fact =
      'ผู้นำญี่ปุ่นและที่ปรึกษาของกระทรวงการต่างประเทศแสดงน้ำใจต่อประชาชนที่ได้รับผลกระทบจากน้ำท่วมครั้งใหญ่ในภาคเหนือของประเทศไทย';
    const pages = await printed(fact);
    const lines = linesOf(pages).filter((line) => /\p{Script=Thai}/u.test(line));
    expect(lines.length).toBeGreaterThan(1);
    const words = new Set(
      [...new Intl.Segmenter('th', { granularity: 'word' }).segment(fact)].map(({ index }) => index),
    );
    let at = 0;
    for (const line of lines.slice(0, -1)) {
      at += plain(line).length;
      expect(words).toContain(at);
    }
  });

  it('break Chinese by its rules: no line begins with a stop or ends with an opening mark', async () => {
    const pages = await printed('外交部发言人说：（中方）一贯主张，通过对话、协商解决分歧。'.repeat(9), CHINESE);
    const lines = linesOf(pages).filter((line) => /\p{Script=Han}/u.test(line));
    expect(lines.length).toBeGreaterThan(4);
    for (const line of lines) {
      expect(line).not.toMatch(/^[，。、：）]/);
      expect(line).not.toMatch(/（$/);
    }
  });
});

function linesOf(pages: readonly Page[]): string[] {
  const lines = new Map<string, string>();
  pages.forEach(({ pieces }, page) => {
    for (const { text, y, size } of pieces) {
      // Raised numbers and numerals are not parts of a line's text.
      if (size < 7.5 || /^\d+\.?$/.test(text.trim())) continue;
      const key = `${page} ${y.toFixed(1)}`;
      lines.set(key, (lines.get(key) ?? '') + text);
    }
  });
  return [...lines.values()].map((line) => line.trim());
}

describe('a character that no font has', () => {
  const hintOf = async (fact: string, more = '') =>
    (await build(fact, more)).diagnostics.find(({ code }) => code === 'glyph-missing')?.hints?.[0];

  it.each([
    ['外交部', 'en', 'noto-serif-sc'],
    ['外交部', 'zh-Hant', 'noto-serif-tc'],
    ['外交部', 'zh-TW', 'noto-serif-tc'],
    ['外交部', 'ja', 'noto-serif-jp'],
    ['外務省の', 'en', 'noto-serif-jp'],
    ['외교부', 'en', 'noto-serif-kr'],
    ['വിദേശകാര്യ', 'en', 'noto-sans-malayalam'],
    ['ವಿದೇಶಾಂಗ', 'en', 'noto-sans-kannada'],
    ['విదేశీ', 'en', 'noto-sans-telugu'],
    ['🇸🇪', 'en', 'noto-emoji'],
  ])('%s in %s names the package to install', async (word, language, name) => {
    const hint = await hintOf(word, `languages: [${language}]\n`);
    expect(hint).toBe(
      `Install a font that has it: \`npm i @expo-google-fonts/${name}\`. It is found without any setting.`,
    );
  });

  it('is printed when that package is installed beside the brief', async () => {
    expect((await build('外交部')).ok).toBe(false);
    const package_ = join(folder, 'node_modules/@expo-google-fonts/noto-serif-sc');
    mkdirSync(join(package_, '400Regular'), { recursive: true });
    const real = require.resolve('@expo-google-fonts/zcool-xiaowei/400Regular/ZCOOLXiaoWei_400Regular.ttf');
    copyFileSync(real, join(package_, '400Regular/NotoSerifSC_400Regular.ttf'));
    expect(textOf(await printed('外交部'))).toContain('外交部');
    rmSync(dirname(dirname(package_)), { recursive: true });
  });
});
