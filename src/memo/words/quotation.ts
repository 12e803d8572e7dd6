import { quotationMarks } from '../../document/quotation-marks.js';

export { quotationMarks } from '../../document/quotation-marks.js';

/** Words within the marks of their own language. The words stay as they are: they may be somebody's, quoted to the letter. */
export function quotedWords(words: string, language: string): string {
  const [open, close] = quotationMarks(language);
  return `${open}${words}${close}`;
}
