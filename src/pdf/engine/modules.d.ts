/** pdfmake's inner modules carry no types; src/pdf/engine/pdfmake.ts gives each the shape that is used here. */
declare module 'pdfmake/js/*.js' {
  const inner: unknown;
  export default inner;
}
/** linebreak 1.1.0: the Unicode Line Breaking Algorithm (UAX #14). */
declare module 'linebreak' {
  export default class LineBreaker {
    constructor(text: string);
    nextBreak(): { readonly position: number } | null;
  }
}
