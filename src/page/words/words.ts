/** Which language the page speaks: what the person chose, or that of the browser where we have it. */
import { keepSetting, setting } from '../setting.js';
import { Store, useStore } from '../store.js';
import { en, type Words } from './en.js';
import { sv } from './sv.js';

export const LANGUAGES: Readonly<Record<string, Words>> = { en, sv };

function first(): string {
  const wanted = [setting('language') ?? '', ...navigator.languages.map((each) => each.split('-')[0] ?? '')];
  return wanted.find((each) => Object.hasOwn(LANGUAGES, each)) ?? 'en';
}

export const spoken = new Store<{ readonly language: string }>({ language: first() });

export function speak(language: string): void {
  keepSetting('language', language);
  document.documentElement.lang = language;
  spoken.set({ language });
}

export function words(): Words {
  return LANGUAGES[spoken.value.language] ?? en;
}

/** The words, for a component that is drawn anew when the language is another. */
export function useWords(): Words {
  useStore(spoken, ({ language }) => language);
  return words();
}
