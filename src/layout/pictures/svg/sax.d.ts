/** The part of sax 1.6 that reading SVG needs; the package does not come with types. */
declare module 'sax' {
  interface Attribute {
    readonly value: string;
    readonly prefix: string;
    readonly local: string;
  }
  interface Parser {
    onerror: (error: Error) => void;
    onopentag: (tag: { local: string; uri: string; attributes: Record<string, Attribute> }) => void;
    onclosetag: (name: string) => void;
    ontext: (text: string) => void;
    oncdata: (text: string) => void;
    ondoctype: (doctype: string) => void;
    write(text: string): Parser;
    close(): Parser;
  }
  const sax: { parser(strict: boolean, options: { xmlns: true; strictEntities: boolean }): Parser };
  export default sax;
}
