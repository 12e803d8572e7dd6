import { createRequire } from 'node:module';
import { beforeAll, describe, expect, it } from 'vitest';
import type { EngineLine, EngineNode, EngineRun } from '../../../src/pdf/engine/node-shapes.js';
import { type Hyphenation, loadHyphenation, patternsOf } from '../../../src/pdf/pagination/hyphenation.js';
import { INNER, layOutDivided, PAGE } from './print.js';

const require = createRequire(import.meta.url);
const LANGUAGES = ['da', 'de', 'el', 'en', 'en-US', 'fi', 'fr', 'mn', 'nb', 'nn', 'pl', 'ru', 'sv', 'uk'];
let hyphenation: Hyphenation;
beforeAll(async () => {
  hyphenation = await loadHyphenation(LANGUAGES);
});

const run = (text: string, language: string, more: Partial<EngineRun> = {}): EngineRun => ({
  text,
  division: { language, onlyIfTooWide: false },
  ...more,
});

function linesOf(text: EngineRun[], width: number, more: Partial<EngineNode> = {}): EngineLine[] {
  const column: EngineNode = { stack: [{ text, ...more }], width };
  const pages = layOutDivided([{ columns: [column], columnGap: 0 }], hyphenation);
  return pages.flatMap((page) => page.items.flatMap((item) => (item.type === 'line' ? [item.item] : [])));
}
const textOf = (line: EngineLine): string => line.inlines.map((inline) => inline.text).join('');
/** The lines with the hyphens that are drawn. */
const seen = (lines: EngineLine[]): string[] => lines.map((line) => textOf(line) + (line.divided ? '-' : ''));
const shown = (word: string, language: string): string => {
  const places = hyphenation(word, language);
  return [...word].map((letter, at) => (places.includes(at) ? `-${letter}` : letter)).join('');
};

describe('the rules of a language', () => {
  it('divide its words where a reader of it expects', () => {
    expect(shown('Utrikesdepartementet', 'sv')).toBe('Ut-ri-kes-de-par-te-men-tet');
    expect(shown('Genehmigungsverfahren', 'de')).toBe('Ge-neh-mi-gungs-ver-fah-ren');
    expect(shown('безопасности', 'ru')).toBe('без-опас-но-сти');
    expect(shown('gouvernement', 'fr')).toBe('gou-ver-ne-ment');
    expect(shown('regjeringen', 'nb')).toBe('re-gje-rin-gen');
  });
  it('are British for English, unless its tag says American', () => {
    expect(shown('representatives', 'en')).not.toBe(shown('representatives', 'en-US'));
    expect(['en', 'en-GB', 'en-SE', 'en-Latn-AU'].map(patternsOf)).toEqual(['en-gb', 'en-gb', 'en-gb', 'en-gb']);
    expect(['en-US', 'en-us', 'en-CA', 'en-Latn-US'].map(patternsOf)).toEqual(['en-us', 'en-us', 'en-us', 'en-us']);
  });
  it('are found for tags with a region or a variant, and not for another script', () => {
    expect(['no', 'nb-NO', 'nn-NO', 'sv-FI', 'de-CH', 'de-1901', 'de-AT-1901', 'el-polyton'].map(patternsOf)).toEqual([
      'nb',
      'nb',
      'nn',
      'sv',
      'de',
      'de-1901',
      'de-1901',
      'el-polyton',
    ]);
    expect(['mn-Mong', 'ru-Latn', 'ar', 'zh', 'x-klingon', '', 'constructor'].map(patternsOf)).toEqual(
      Array.from({ length: 7 }, () => null),
    );
  });
  it('leave words of any other language whole', async () => {
    const none = await loadHyphenation(['ar', 'tlh', 'sv']);
    expect(none('international', 'tlh')).toEqual([]);
    expect(none('international', 'en')).toEqual([]);
  });
  it('never part fewer than two letters from the begin or three from the end of a word, nor words below six', () => {
    for (const language of LANGUAGES) {
      for (const word of WORDS[language] ?? []) {
        for (const at of hyphenation(word, language)) {
          expect(at).toBeGreaterThanOrEqual(2);
          expect(word.length - at).toBeGreaterThanOrEqual(3);
        }
      }
      for (const word of ['aboda', 'игра', 'παρα']) expect(hyphenation(word, language)).toEqual([]);
    }
  });
});

const WORDS: Record<string, string[]> = {
  en: 'government representatives considered internationally recognised responsibilities and a number of agreements'.split(
    ' ',
  ),
  'en-US': 'representatives authorized the implementation of intergovernmental organizations in Washington'.split(' '),
  sv: 'regeringen undertecknade samarbetsavtalet om informationssäkerhetsfrågor och försvarsmaktens beredskap'.split(
    ' ',
  ),
  de: 'die Bundesregierung hat Genehmigungsverfahren zur Beschleunigung der Verhältnismäßigkeit verabschiedet'.split(
    ' ',
  ),
  fr: 'le gouvernement a considérablement renforcé les responsabilités internationales des administrations'.split(' '),
  ru: 'министерство опубликовало предварительные результаты переговоров о сотрудничестве и безопасности'.split(' '),
  fi: 'hallitus hyväksyi kansainvälisen yhteistyösopimuksen tietoturvallisuuskysymyksistä'.split(' '),
  pl: 'przedstawiciele rządu podpisali porozumienie międzynarodowe o bezpieczeństwie informacyjnym'.split(' '),
};
const LIBRARY: Record<string, string> = { en: 'en-gb', 'en-US': 'en-us' };

/** A generator of its own, the same numbers on every machine. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

describe('lines of running text', () => {
  const cases = Object.keys(WORDS).flatMap((language) =>
    (['justify', 'left'] as const).map((alignment) => [language, alignment] as const),
  );

  it.each(cases)('in %s, set %s, are divided at lawful places alone', (language, alignment) => {
    const next = numbers(language.length * 31 + alignment.length);
    const words = WORDS[language] ?? [];
    const library: { hyphenateSync(text: string): string } = require(`hyphen/${LIBRARY[language] ?? language}`);
    let divided = 0;
    for (let round = 0; round < 25; round++) {
      const text = Array.from({ length: 70 }, () => words[Math.floor(next() * words.length)]).join(' ');
      const lines = linesOf([run(text, language)], 60 + Math.floor(next() * 180), { alignment });
      expect(lines.map(textOf).join('')).toBe(text);
      lines.forEach((line, index) => {
        if (line.divided !== true) return;
        divided++;
        const head = /\S+$/.exec(textOf(line))?.[0] ?? '';
        const tail = /^\S+/.exec(textOf(lines[index + 1] as EngineLine))?.[0] ?? '';
        const word = wordAround(
          text,
          lines
            .slice(0, index + 1)
            .map(textOf)
            .join('').length,
        );
        expect(word.endsWith(tail) || word.includes(head)).toBe(true);
        const before =
          lines
            .slice(0, index + 1)
            .map(textOf)
            .join('')
            .split(' ')
            .at(-1)?.length ?? 0;
        const lawful = library.hyphenateSync(word.toLowerCase()).split('\u00ad');
        const places = lawful.slice(0, -1).map((_, part) => lawful.slice(0, part + 1).join('').length);
        expect(places).toContain(before);
        expect(line.getWidth()).toBeLessThanOrEqual(line.maxWidth + 0.01);
      });
    }
    expect(divided).toBeGreaterThan(10);
  });

  it('never end with a hyphen more than twice in a row, nor divide the last word, where every word fits a line', () => {
    const words = WORDS.sv ?? [];
    const next = numbers(7);
    for (let round = 0; round < 60; round++) {
      const text = Array.from({ length: 40 }, () => words[Math.floor(next() * words.length)]).join(' ');
      const lines = linesOf([run(text, 'sv')], 170 + next() * 60, { alignment: next() < 0.5 ? 'justify' : 'left' });
      expect(
        seen(lines)
          .map((line) => (line.endsWith('-') ? 'x' : '.'))
          .join(''),
      ).not.toContain('xxx');
      expect(lines.at(-2)?.divided && lines.at(-1)?.inlines.length === 1).not.toBe(true);
    }
  });

  it('are divided rarely where they are ragged', () => {
    const sentence =
      'The committee asked the departments to report on the progress of the agreement before the summer.';
    const share = (alignment: string): number => {
      const lines = linesOf([run(`${sentence} `.repeat(12), 'en')], 240, { alignment });
      return lines.filter((line) => line.divided).length / lines.length;
    };
    expect(share('left')).toBeLessThan(0.15);
    expect(share('justify')).toBeGreaterThan(2 * share('left'));
  });

  it('are not divided without rules', () => {
    const text = (WORDS.sv ?? []).join(' ').repeat(9);
    expect(linesOf([{ text }], 200, { alignment: 'justify' }).some((line) => line.divided)).toBe(false);
    expect(linesOf([run(text, 'tlh')], 200, { alignment: 'justify' }).some((line) => line.divided)).toBe(false);
  });
});

function wordAround(text: string, at: number): string {
  return `${/\S*$/.exec(text.slice(0, at))?.[0]}${/^\S*/.exec(text.slice(at))?.[0]}`;
}

/** Nothing of these is divided, in a justified paragraph, at any width that takes them whole. */
const NEVER: [string, EngineRun[]][] = [
  ['addresses of pages', [run('see https://example.org/documents/internationalisation for more on that', 'en')]],
  ['addresses without a scheme', [run('see www.internationalisation.example for the documents of it all', 'en')]],
  ['addresses of mail', [run('or write to communications.department@example.org for the others here', 'en')]],
  ['names of people', [run('so said Margareta Wallensteiner and Alexander Konstantinopolsky of it', 'en')]],
  ['names after titles', [run('It is over. Prof. Konstantinopolsky and Dr. Wallensteiner said so', 'en')]],
  ['a name at the begin', [run('Konstantinopolsky Wallensteiner said so', 'en')]],
  ['words with digits', [run('the identifier2026responsibilities was never the registration7number', 'en')]],
  ['words with capitals inside', [run('both the eGovernmentPlatform and the InterGovernmental way of it', 'en')]],
  ['words in capitals', [run('and the INTERGOVERNMENTAL ORGANISATION was never where it had been', 'en')]],
  ['names in programs', [run('the responsible_government_authority of international_cooperation is', 'en')]],
  ['words with a hyphen', [run('the counter-proliferation and socio-governmental sides of this thing', 'en')]],
  ['short words', [run('about seven of these other words would never part again after today', 'en')]],
  ['text marked so', [{ text: 'the internationally responsible administrations of governments' }]],
  ['unbroken runs', [run('the internationally responsible administrations of it', 'en', { noWrap: true })]],
  ['raised text', [run('the internationally responsible administrations of it', 'en', { sup: true })]],
  [
    'headings',
    [
      {
        ...run('', 'en'),
        text: 'the internationally responsible administrations',
        division: { language: 'en', onlyIfTooWide: true },
      },
    ],
  ],
];

describe('never divided', () => {
  it.each(NEVER)('are %s', (_, text) => {
    for (let width = 150; width <= 230; width += 2) {
      const lines = linesOf([...text, { text: ' one two three four five six' }], width, { alignment: 'justify' });
      for (const line of lines) expect(line.divided, seen(lines).join('|')).not.toBe(true);
    }
  });

  it('is a word of which half is in another style', () => {
    for (let width = 80; width < 200; width += 2) {
      const lines = linesOf([run('an inter', 'en', { bold: true }), run('national agreement', 'en')], width);
      expect(seen(lines).join('|')).not.toMatch(/inter?-|nat(?:ion)?-/);
    }
  });

  it('but capitals are, in German and at the begin of a sentence', () => {
    const divided = (text: string, language: string): boolean =>
      Array.from({ length: 40 }, (_, index) => 150 + index * 2).some((width) =>
        linesOf([run(text, language)], width, { alignment: 'justify' }).some((line) => line.divided),
      );
    expect(divided('so sagt die Bundesregierung und der Verfassungsgerichtshof es hier', 'de')).toBe(true);
    expect(divided('This is the end of it. Representatives said so, yes they did say so', 'en')).toBe(true);
    expect(divided('This is the end of it, Representatives said so, yes they did say so', 'en')).toBe(false);
  });
});

describe('a word wider than its line', () => {
  it('is divided with a hyphen wherever there is a rule, in headings too, and only else at any letter', () => {
    const heading = { language: 'de', onlyIfTooWide: true };
    const lines = seen(linesOf([{ text: 'Bundesverfassungsgericht', division: heading }], 60));
    expect(lines.slice(0, -1).every((line) => line.endsWith('-'))).toBe(true);
    const whole = lines.map((line) => line.replace(/-$/, ''));
    expect(whole.join('')).toBe('Bundesverfassungsgericht');
    let at = 0;
    for (const part of whole.slice(0, -1)) {
      at += part.length;
      expect(hyphenation('Bundesverfassungsgericht', 'de')).toContain(at);
    }
    expect(seen(linesOf([run('mmmmmmmmmmmmmmmmmmmmmmmm', 'de')], 60)).every((line) => !line.endsWith('-'))).toBe(true);
  });

  it('begins on the line before, if part of it fits there', () => {
    const lines = seen(linesOf([run('om informationssäkerhetsfrågor', 'sv')], 90));
    expect(lines[0]).toMatch(/^om in.*-$/);
  });
});

describe('pages', () => {
  it('do not end with half a word, nor with a single line, wherever they end', () => {
    const words = WORDS.sv ?? [];
    const next = numbers(3);
    let ends = 0;
    for (let height = 0; height < 60; height++) {
      const paragraphs = Array.from({ length: 12 }, (): EngineNode => {
        const text = Array.from({ length: 30 }, () => words[Math.floor(next() * words.length)]).join(' ');
        return { text: [run(text, 'sv')], alignment: 'justify' };
      });
      const space: EngineNode = { text: ' ', margin: [0, 0, 0, height] };
      const pages = layOutDivided([space, ...paragraphs], hyphenation);
      for (const page of pages.slice(0, -1)) {
        const last = page.items.at(-1);
        if (last?.type !== 'line') throw new Error('no line');
        expect(last.item.divided).not.toBe(true);
        expect(last.item.y).toBeGreaterThan((PAGE.height - INNER) / 2 + INNER - 80);
        ends++;
      }
    }
    expect(ends).toBeGreaterThan(60);
  });
});

describe('justified text', () => {
  const text = (WORDS.en ?? []).join(' ').repeat(8);
  const stretched = (width: number): boolean =>
    linesOf([{ text }], width, { alignment: 'justify' }).some((line) => line.inlines.some((word) => word.justifyShift));

  it('is ragged in columns of fewer than 45 letters', () => {
    expect(stretched(240)).toBe(true);
    expect(stretched(140)).toBe(false);
  });
});
