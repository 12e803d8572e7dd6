import type { Rules } from 'marked';

type BlockRules = Rules['block'];

/**
 * marked's patterns for blocks, each asked only where it can match. marked asks all of them at every block, and V8 needs
 * more time to compile the long ones than to read a whole brief with the others.
 */
export function sparing(rules: BlockRules): BlockRules {
  return {
    ...rules,
    blockquote: new AskedWhere(rules.blockquote, (source) => QUOTE.test(source)),
    list: new AskedWhere(rules.list, (source) => ITEM.test(source)),
    html: new AskedWhere(rules.html, (source) => TAG.test(source)),
    table: new AskedWhere(rules.table, (source) => TABLE.test(source)),
    lheading: new AskedWhere(rules.lheading, mayBeUnderlined),
    paragraph: new ParagraphRule(rules.paragraph),
  };
}

const QUOTE = /^ {0,3}>/;
const ITEM = /^ {0,3}[*+\-\d]/;
const TAG = /^ {0,3}</;
/** A second line that begins as the one under a table's head does. */
const TABLE = /^[^\n]*\n {0,3}[|:-]/;

/** Lines that are looked through for an underline; longer paragraphs are marked's to read. */
const MOST_LINES = 50;

/** Whether a line under the first may underline a heading: `===` or `---`, before the first empty line. */
function mayBeUnderlined(source: string): boolean {
  let end = source.indexOf('\n');
  for (let lines = 0; end !== -1 && lines < MOST_LINES; lines++) {
    let at = end + 1;
    if (source[at] === '\n') return false;
    while (at <= end + 3 && source[at] === ' ') at++;
    if (source[at] === '=' || source[at] === '-') return true;
    end = source.indexOf('\n', at);
  }
  return end !== -1;
}

class AskedWhere extends RegExp {
  constructor(
    pattern: RegExp,
    private readonly mayMatch: (source: string) => boolean,
  ) {
    super(pattern);
  }

  override exec(source: string): RegExpExecArray | null {
    return this.mayMatch(source) ? super.exec(source) : null;
  }
}

/** A line with nothing right under it: what interrupts a paragraph need not be looked for. */
const ONE_LINE = /^([^\n]+)(?=\n\n|\n?$)/;

class ParagraphRule extends RegExp {
  override exec(source: string): RegExpExecArray | null {
    return ONE_LINE.exec(source) ?? super.exec(source);
  }
}
