/** What a person has chosen of the page itself, kept by the browser; without its leave, until the page is closed. */
const PREFIX = 'briefpress.';

export function setting(name: string): string | null {
  try {
    return localStorage.getItem(PREFIX + name);
  } catch {
    return null;
  }
}

export function keepSetting(name: string, value: string): void {
  try {
    localStorage.setItem(PREFIX + name, value);
  } catch {
    // A browser that keeps nothing.
  }
}

export function isChoice(name: string, without: boolean): boolean {
  const kept = setting(name);
  return kept === null ? without : kept === 'yes';
}
