/**
 * What YAML leaves out of a text without a word, as its lexemes show it; the nodes that are made of them no longer do.
 * A brief is written by people for whom & and ! are text, so whatever is not put to use is reported.
 */
import { CST } from 'yaml';
import type { Range } from './places.js';
import type { SyntaxProblem } from './problem.js';

/** The tags of YAML's own kinds of value, which say what is meant and lose nothing. */
const CORE_TAG = /^!!(?:str|int|float|bool|null|map|seq)$/;
/** Line ends that editors show and YAML 1.2 does not know: a comment would go on behind them. */
const OTHER_LINE_END = /[\u0085\u2028\u2029]/u;

interface Anchor {
  readonly range: Range;
  isUsed: boolean;
}

export class LexemeWatch {
  readonly #found: SyntaxProblem[] = [];
  readonly #anchors: Anchor[] = [];
  readonly #named = new Map<string, Anchor>();
  #before: 'plain' | 'other' = 'other';
  #isContent = false;
  #isBlock = false;
  /** Where `...` ended the document, if it did. */
  documentEnd: Range | null = null;
  /** The texts in quotes, with their quotes. */
  readonly quoted: Range[] = [];
  /** Where brackets and braces open, and where they close. */
  readonly #brackets: { readonly at: number; readonly opens: boolean }[] = [];
  /** The comments that stand right behind a text without quotes. */
  readonly #afterText: Range[] = [];

  constructor(private readonly text: string) {}

  /** Takes note of one lexeme; `offset` is where it begins. */
  see(lexeme: string, offset: number): void {
    const range: Range = [offset, offset + lexeme.length];
    if (this.#isContent) {
      this.#isContent = false;
      this.#before = this.#isBlock ? 'other' : 'plain';
      return;
    }
    const type = CST.tokenType(lexeme);
    switch (type) {
      case 'scalar':
        this.#isContent = true;
        return;
      case 'space':
      case 'newline':
        return;
      case 'comment':
        this.#comment(lexeme, range);
        return;
      case 'anchor':
        this.#anchor(lexeme.slice(1), range);
        break;
      case 'alias':
        this.#use(lexeme.slice(1));
        break;
      case 'tag':
        if (!CORE_TAG.test(lexeme)) this.#found.push(this.#loss(lexeme, 'a tag', range));
        break;
      case 'directive-line':
        // What YAML 1.1 reads as a number or a truth value is text here; nothing of it is lost.
        if (!/^%YAML[ \t]+1\.[12]\s*$/.test(lexeme)) this.#found.push(directive(lexeme, range));
        break;
      case 'doc-end':
        this.documentEnd = range;
        break;
      case 'double-quoted-scalar':
      case 'single-quoted-scalar':
        this.quoted.push(range);
        break;
      case 'flow-map-start':
      case 'flow-seq-start':
      case 'flow-map-end':
      case 'flow-seq-end':
        this.#brackets.push({ at: offset, opens: type.endsWith('start') });
        break;
    }
    this.#isBlock = type === 'block-scalar-header';
    this.#before = 'other';
  }

  /** Everything that would be lost, once all lexemes were seen. */
  problems(): readonly SyntaxProblem[] {
    const unused = this.#anchors.filter(({ isUsed }) => !isUsed);
    const anchors = unused.map(({ range }) => this.#loss(this.text.slice(...range), 'an anchor', range));
    return [...this.#found, ...anchors];
  }

  /** The comment behind a text that ends right before `offset`, where the parser got lost. */
  commentBefore(offset: number): Range | null {
    const last = this.#afterText.findLast(([start]) => start < offset);
    return last !== undefined && this.text.slice(last[1], offset).trim() === '' ? last : null;
  }

  /** The innermost bracket or brace that is open at `offset`, or null. */
  openAt(offset: number): number | null {
    const open: number[] = [];
    for (const { at, opens } of this.#brackets) {
      if (at >= offset) break;
      if (opens) open.push(at);
      else open.pop();
    }
    return open.at(-1) ?? null;
  }

  #comment(lexeme: string, range: Range): void {
    if (this.#before === 'plain') this.#afterText.push(range);
    this.#before = 'other';
    if (this.documentEnd !== null && !this.text.slice(this.documentEnd[1], range[0]).includes('\n')) {
      this.#found.push(endOfDocument(this.documentEnd));
    }
    if (!OTHER_LINE_END.test(lexeme)) return;
    this.#found.push({
      code: 'syntax-lost-text',
      range,
      message: 'A comment holds a line end that is none to YAML: what follows it would be lost with the comment.',
      hints: ['Put a new line in its place.'],
    });
  }

  #anchor(name: string, range: Range): void {
    const anchor: Anchor = { range, isUsed: false };
    this.#anchors.push(anchor);
    this.#named.set(name, anchor);
  }

  #use(name: string): void {
    const anchor = this.#named.get(name);
    if (anchor) anchor.isUsed = true;
  }

  #loss(lexeme: string, what: string, [start, end]: Range): SyntaxProblem {
    const use = what === 'an anchor' ? ', and nothing refers to it' : '';
    const [line = ''] = this.text.slice(start, start + 200).split(/\r?\n/, 1);
    // In braces and brackets it is not known where the text was meant to end.
    const whole = /[{}[\],:"]/.test(line) || line.trim() === lexeme ? null : line.trim();
    return {
      code: 'syntax-lost-text',
      range: [start, end],
      message: `\`${lexeme}\` is ${what} to YAML${use}: it would be left out.`,
      hints: [
        whole === null
          ? 'Put the text in quotes as a whole, or remove it.'
          : `If it is text, put the whole in quotes: "${whole}".`,
      ],
    };
  }
}

function endOfDocument(range: Range): SyntaxProblem {
  return {
    code: 'syntax-lost-text',
    range,
    message: 'Found `...` at the start of a line, which ends a YAML file: what follows it would be left out.',
    hints: ['A text that goes on with dots must be indented, or stand in quotes.'],
  };
}

function directive(lexeme: string, range: Range): SyntaxProblem {
  return {
    code: 'syntax-yaml',
    range,
    message: `Found the directive \`${lexeme.trim()}\`; expected YAML 1.2 without directives.`,
    hints: ['Remove the line. Text that begins with % must stand in quotes.'],
  };
}
