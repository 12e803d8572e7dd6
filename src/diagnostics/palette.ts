/** Colours for the terminal: who prints decides whether there are any. */
export interface Palette {
  error(text: string): string;
  warning(text: string): string;
  info(text: string): string;
  /** The message itself. */
  strong(text: string): string;
  /** Line numbers, codes and what else stands back. */
  muted(text: string): string;
  hint(text: string): string;
}

const asItIs = (text: string): string => text;

/** No colours. */
export const PLAIN: Palette = {
  error: asItIs,
  warning: asItIs,
  info: asItIs,
  strong: asItIs,
  muted: asItIs,
  hint: asItIs,
};
