/** linebreak 1.1.0: the Unicode Line Breaking Algorithm (UAX #14), which pdfmake uses too. */
declare module 'linebreak' {
  export default class LineBreaker {
    constructor(text: string);
    nextBreak(): { readonly position: number; readonly required?: boolean } | null;
  }
}
