/**
 * Fonts for scripts that the bundled fonts do not cover: free families in separate npm packages, which are used
 * if they are installed. Messages name the first one for each script.
 */
export interface ScriptFont {
  readonly family: string;
  /** Names of Unicode scripts (UAX #24); `Emoji` for pictographs. */
  readonly scripts: readonly string[];
  /** If families share a script: the languages, by the beginning of their tags, whose letter forms this one has. */
  readonly languages?: readonly string[];
}

const HAN = ['Han', 'Bopomofo', 'Hiragana', 'Katakana'];

export const SCRIPT_FONTS: readonly ScriptFont[] = [
  { family: 'Noto Serif TC', scripts: HAN, languages: ['zh-hant', 'zh-tw', 'zh-hk', 'zh-mo', 'yue'] },
  { family: 'Noto Sans TC', scripts: HAN, languages: ['zh-hant', 'zh-tw', 'zh-hk', 'zh-mo', 'yue'] },
  { family: 'Noto Serif JP', scripts: ['Han', 'Hiragana', 'Katakana'], languages: ['ja'] },
  { family: 'Noto Sans JP', scripts: ['Han', 'Hiragana', 'Katakana'], languages: ['ja'] },
  { family: 'Noto Serif KR', scripts: ['Hangul', 'Han'], languages: ['ko'] },
  { family: 'Noto Sans KR', scripts: ['Hangul', 'Han'], languages: ['ko'] },
  { family: 'Noto Serif SC', scripts: HAN, languages: ['zh'] },
  { family: 'Noto Sans SC', scripts: HAN, languages: ['zh'] },
  { family: 'Noto Sans Thai', scripts: ['Thai'] },
  { family: 'Noto Serif Devanagari', scripts: ['Devanagari'] },
  { family: 'Noto Sans Devanagari', scripts: ['Devanagari'] },
  { family: 'Noto Serif Bengali', scripts: ['Bengali'] },
  { family: 'Noto Sans Tamil', scripts: ['Tamil'] },
  { family: 'Noto Sans Telugu', scripts: ['Telugu'] },
  { family: 'Noto Sans Kannada', scripts: ['Kannada'] },
  { family: 'Noto Sans Malayalam', scripts: ['Malayalam'] },
  { family: 'Noto Sans Gujarati', scripts: ['Gujarati'] },
  { family: 'Noto Sans Gurmukhi', scripts: ['Gurmukhi'] },
  { family: 'Noto Sans Sinhala', scripts: ['Sinhala'] },
  { family: 'Noto Sans Khmer', scripts: ['Khmer'] },
  { family: 'Noto Sans Lao', scripts: ['Lao'] },
  { family: 'Noto Sans Myanmar', scripts: ['Myanmar'] },
  { family: 'Noto Sans Georgian', scripts: ['Georgian'] },
  { family: 'Noto Sans Armenian', scripts: ['Armenian'] },
  { family: 'Noto Sans Ethiopic', scripts: ['Ethiopic'] },
  { family: 'Noto Serif Hebrew', scripts: ['Hebrew'] },
  { family: 'Noto Naskh Arabic', scripts: ['Arabic'] },
  { family: 'Noto Emoji', scripts: ['Emoji'] },
  { family: 'Noto Sans Symbols 2', scripts: ['Symbols'] },
];

/** The package of a family; packages of Google's fonts follow one naming rule. */
export function packageOf(family: string): string {
  return `@expo-google-fonts/${family.toLowerCase().replaceAll(/\s+/g, '-')}`;
}

const SCRIPTS = [...new Set(SCRIPT_FONTS.flatMap(({ scripts }) => scripts))];
/** A character also belongs to scripts that share it: `。` is Chinese and Japanese. */
const TESTS = SCRIPTS.map((script) => {
  if (script === 'Emoji')
    return { script, test: /\p{Extended_Pictographic}|\p{Regional_Indicator}|\p{Emoji_Modifier}/u };
  // Their punctuation and full-width letters belong to the script Common.
  if (script === 'Han') return { script, test: /\p{Script_Extensions=Han}|[\u3000-\u303f\u3200-\u33ff\uff00-\uffef]/u };
  if (script === 'Symbols') return { script, test: /\p{So}/u };
  return { script, test: new RegExp(`\\p{Script_Extensions=${script}}`, 'u') };
});

/** The families that may have a character, best first: those for the language before others. */
export function familiesFor(character: string, language: string, around: string): readonly string[] {
  const scripts = TESTS.filter(({ test }) => test.test(character)).map(({ script }) => script);
  const tag = languageIn(language, around);
  const rank = ({ languages = [''] }: ScriptFont): number =>
    languages.some((each) => tag === each || tag.startsWith(each === '' ? '' : `${each}-`)) ? 0 : 1;
  return SCRIPT_FONTS.filter((font) => font.scripts.some((script) => scripts.includes(script)))
    .map((font, index) => ({ font, index }))
    .sort((a, b) => rank(a.font) - rank(b.font) || a.index - b.index)
    .map(({ font }) => font.family);
}

/** The language whose letter forms a text needs: its own, or as its other letters indicate; else simplified Chinese. */
function languageIn(language: string, around: string): string {
  const tag = language.toLowerCase();
  if (/^(?:zh|yue|ja|ko)(?:-|$)/.test(tag)) return tag;
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(around)) return 'ja';
  if (/\p{Script=Hangul}/u.test(around)) return 'ko';
  return /\p{Script=Bopomofo}/u.test(around) ? 'zh-hant' : 'zh';
}
