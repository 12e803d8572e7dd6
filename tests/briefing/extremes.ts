/** Long prose for a brief, each with the text that a reader must find in the PDF, in order and without blanks. */
export interface Extreme {
  readonly markdown: string;
  /** What must be read, piece by piece. */
  readonly says: readonly string[];
}

const count = <T>(length: number, make: (index: number) => T): T[] => Array.from({ length }, (_, index) => make(index));

/** Lists inside lists, twelve deep. */
const NESTED = count(12, (depth) => `${' '.repeat(depth * 3)}${depth % 2 ? '1. ' : '-  '}deep${depth}deep`).join('\n');

const TABLES: readonly Extreme[] = [
  { markdown: '| left | right |\n| --- | --- |\n| one | two |', says: ['left', 'right', 'one', 'two'] },
  { markdown: 'l | c | r\n:-- | :-: | --:\n1 | 22 | 333', says: ['l', 'c', 'r', '1', '22', '333'] },
  { markdown: '| a\\|b |\n| - |\n| `c\\|d` |\n| **e\\|f** |', says: ['a|b', 'c|d', 'e|f'] },
  // A browser leaves out the cells that the head has none for; here, nothing that was written is lost.
  { markdown: '| p | q |\n| - | - |\n| short |\n| s | t | over |', says: ['p', 'q', 'short', 's', 't', 'over'] },
  { markdown: '| head alone |\n| --- |', says: ['head alone'] },
  // A quotation ends the table; a line of other text is one more row.
  { markdown: '| v | w |\n| - | - |\n| 1 | 2 |\n> ends it', says: ['v', 'w', '1', '2', 'ends it'] },
  { markdown: '| v | w |\n| - | - |\n| 1 | 2 |\nrow of one', says: ['v', 'w', '1', '2', 'row of one'] },
  // Two cells above, one below: no table.
  { markdown: '| no | table |\n| --- |\n| x |', says: ['| no | table |', '| --- |', '| x |'] },
  {
    markdown: '| x | y |\n|---|---|\n| ~~old~~ | https://example.org/a_b |',
    says: ['x', 'y', 'old', 'https://example.org/a_b'],
  },
  {
    markdown: `|${count(14, (i) => ` h${i} |`).join('')}\n|${'---|'.repeat(14)}\n|${count(14, (i) => ` c${i} |`).join('')}`,
    says: [...count(14, (i) => `h${i}`), ...count(14, (i) => `c${i}`)],
  },
];

const EXTENSIONS: readonly Extreme[] = [
  ...['NOTE', 'TIP', 'IMPORTANT', 'WARNING', 'CAUTION'].map((kind) => ({
    markdown: `> [!${kind}]\n> Read ${kind} twice.\n>\n> - and this`,
    says: [`Read ${kind} twice.`, 'and this'],
  })),
  { markdown: '> [!NOTE] not alone\n> text', says: ['[!NOTE] not alone text'] },
  { markdown: '> [!NOSUCH]\n> text', says: ['[!NOSUCH] text'] },
  {
    markdown: '- [ ] to do\n- [x] done\n  - [ ] inside\n- [] none\n- [y] none',
    says: ['to do', 'done', 'inside', '[] none', '[y] none'],
  },
  {
    markdown: 'One[^a], two[^b], again[^a], none[^c].\n\n[^a]: Note *a*.\n[^b]: Note b.\n\n    More of b.',
    says: ['One', 'two', 'again', 'none[^c].'],
  },
  {
    markdown: 'www.example.org, (https://example.org/x_(y)), <https://example.org/z>, a@example.org.',
    says: ['www.example.org, (https://example.org/x_(y)), https://example.org/z, a@example.org.'],
  },
  { markdown: '~~struck~~ ~one~ ~~~three~~~ a~~b~~c', says: ['struck', 'one', 'b'] },
  {
    markdown: '::::columns\n:::column{width="2"}\nleft column\n:::\n:::column\nright column\n:::\n::::',
    says: ['left column', 'right column'],
  },
  { markdown: ':::callout{kind="warning" title="Own title"}\ninside it\n:::', says: ['Own title', 'inside it'] },
  {
    markdown: ':::keep\nkept one\n\nkept two\n:::\n\n::page-break\n\nafter the break',
    says: ['kept one', 'kept two', 'after the break'],
  },
  {
    markdown: ':::masthead\nonly for templates\n:::\n\n:::nothing\nunknown\n:::',
    says: [':::masthead only for templates :::', ':::nothing unknown :::'],
  },
  { markdown: '<b>raw</b> &amp; &copy; &#1046; <!-- a comment is left out -->.', says: ['<b>raw</b> & © Ж .'] },
  { markdown: 'hard  \nbreak\\\nagain', says: ['hard break again'] },
  {
    markdown: '```js\nif (a < b) {\n\treturn `x`;\n}\n```\n\n    indented *code*',
    says: ['if (a < b) { return `x`; }', 'indented *code*'],
  },
  { markdown: '> one\n> > two\n> > > three\n>\n> - four\n>   > five', says: ['one', 'two', 'three', 'four', 'five'] },
  { markdown: '# a1\n\n## a2\n\n##### a5\n\nSetext\n======\n\nend', says: ['a1', 'a2', 'a5', 'Setext', 'end'] },
  { markdown: '| first |\n|---|\n\n***\n\n___\n\nthe end', says: ['first', 'the end'] },
];

const SCRIPTS: readonly Extreme[] = [
  'Þorláksson, Łódź, Đoković, Çağlar, Ŵyn, Straße, Nguyễn Thị',
  'Ἐν ἀρχῇ ἦν ὁ λόγος, καὶ ὁ λόγος ἦν πρὸς τὸν θεόν ᾧ ᾗ ΐ ΰ',
  'Съешь же ещё этих мягких французских булок. Ґанок, їжак, є. Ѓорѓи, Љубиша.',
  'Өвөг дээдсийн өргөө, үүрийн туяа, Үндсэн хууль',
].map((text) => ({ markdown: text, says: [text] }));

/** A table of many rows, with one that no page has room for. */
const LONG_TABLE = [
  '| key | value |',
  '| --- | --- |',
  ...count(150, (i) => `| k${i}k | v${i}v |`),
  `| tall | ${count(900, (i) => `t${i}t`).join(' ')} |`,
  '| after | it |',
].join('\n');

const LONG: readonly Extreme[] = [
  { markdown: NESTED, says: count(12, (depth) => `deep${depth}deep`) },
  { markdown: LONG_TABLE, says: [...count(150, (i) => `k${i}kv${i}v`), ...count(900, (i) => `t${i}t`), 'after', 'it'] },
  { markdown: 'abcdefghij'.repeat(2000), says: ['abcdefghij'.repeat(2000)] },
];

export const EXTREMES: readonly Extreme[] = [...TABLES, ...EXTENSIONS, ...SCRIPTS, ...LONG];
