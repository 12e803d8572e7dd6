/** pdfmake's inner modules carry no types; src/pdf/engine/pdfmake.ts gives each the shape that is used here. */
declare module 'pdfmake/js/*.js' {
  const inner: unknown;
  export default inner;
}
