import type { Label, Prose } from '../brief/brief.js';
import { type Diagnostic, error } from '../diagnostics/diagnostic.js';

import { mapBlocks, mapInlines, type TreeMapping } from '../document/map.js';
import type { Inline } from '../document/tree.js';
import { cleanText } from '../markdown/characters.js';
import { type MarkdownProblem, parseBlocks, parseShortText } from '../markdown/parse.js';
import type { ItemMark } from './item-shapes.js';
import { forbiddenLink, markdownProblem } from './markdown-problems.js';
import type { SourceNumbers } from './source-numbers.js';
import type { BlockText, InlineText, PlainText } from './text.js';

/**
 * Takes the text of fields in one language and parses it. It collects problems (a missing language, a forbidden link)
 * and numbers sources as they are cited, so fields must be taken in the order of the brief.
 */
export class Passages {
  readonly problems: Diagnostic[] = [];

  constructor(
    readonly language: string,
    /** The language of prose given as one string. */
    private readonly mainLanguage: string,
    readonly sources: SourceNumbers,
    private readonly marks: ReadonlyMap<string, ItemMark> = new Map(),
  ) {}

  /** How the item at `path` has changed since the edition before. */
  changeOf(path: string): ItemMark | null {
    return this.marks.get(path) ?? null;
  }

  /** Plain text; a single string serves every language. */
  plain(value: Label, path: string): PlainText {
    const text = typeof value === 'string' ? value : this.choose(value, path);
    return { kind: 'plain', text: clean(text), path, lang: this.language };
  }

  /** Plain text in a language of its own: the words of a quote. */
  words(text: string, path: string, lang: string): PlainText {
    return { kind: 'plain', text: clean(text), path, lang };
  }

  inline(value: Prose, path: string): InlineText {
    const reading = { origin: path, directives: 'public', html: 'text' } as const;
    const { nodes, problems } = parseShortText(clean(this.prose(value, path)), reading);
    this.report(problems, path);
    return { kind: 'inline', nodes: mapInlines(nodes, this.mapping(path)), path, lang: this.language };
  }

  block(value: Prose, path: string): BlockText {
    const parsed = parseBlocks(clean(this.prose(value, path)), { origin: path, directives: 'public', html: 'text' });
    this.report(parsed.problems, path);
    return { kind: 'block', nodes: mapBlocks(parsed.nodes, this.mapping(path)), path, lang: this.language };
  }

  /** Numbers the sources cited, and removes characters smuggled in by a character reference such as `&#xE000;`. */
  private mapping(path: string): TreeMapping {
    const inline = (node: Inline): readonly Inline[] | undefined => {
      if (node.type === 'citation') return [this.sources.mark(node)];
      if (node.type === 'text' || node.type === 'inlineCode') return [{ ...node, value: clean(node.value) }];
      if (node.type === 'image') return [{ ...node, url: clean(node.url), alt: clean(node.alt) }];
      if (node.type !== 'link' || clean(node.url) === node.url) return undefined;
      this.problems.push(forbiddenLink(clean(node.url), path));
      return node.children;
    };
    return { inline };
  }

  optional<V, T>(value: V | undefined, path: string, take: (value: V, path: string) => T): T | null {
    return value === undefined ? null : take.call(this, value, path);
  }

  list<V, T>(values: readonly V[] | undefined, path: string, take: (value: V, path: string, index: number) => T): T[] {
    return (values ?? []).map((value, i) => take.call(this, value, `${path}[${i}]`, i));
  }

  private prose(value: Prose, path: string): string {
    if (typeof value !== 'string') return this.choose(value, path);
    if (this.language !== this.mainLanguage) {
      this.missing(path, `it is written in ${nameOf(this.mainLanguage)} alone`);
    }
    return value;
  }

  private choose(map: Readonly<Record<string, string>>, path: string): string {
    const key = Object.keys(map).find((tag) => tag.toLowerCase() === this.language.toLowerCase());
    const text = key === undefined ? undefined : map[key];
    if (text === undefined) this.missing(path, `there is ${Object.keys(map).map(nameOf).join(', ')}`);
    return text ?? '';
  }

  private missing(path: string, present: string): void {
    this.problems.push(
      error('sense-language-missing', `\`${path}\` has no ${nameOf(this.language)} text: ${present}.`, {
        at: path,
        hints: [`Give it as a map from language tag to text, with the key \`${this.language}\`.`],
      }),
    );
  }

  private report(problems: readonly MarkdownProblem[], path: string): void {
    // `@word` may be an account name: it is a citation only where it names a source.
    const ours = problems.filter((problem) => problem.kind !== 'unread-citation' || this.sources.has(problem.key));
    this.problems.push(...ours.map((problem) => markdownProblem(problem, path)));
  }
}

/** U+E000 and U+E001 delimit placeholders in templates, so no text of a brief may contain them. */
function clean(text: string): string {
  return cleanText(text).replace(/[\u{E000}\u{E001}]/gu, '\u{FFFD}');
}

/** `Swedish (sv)` */
function nameOf(tag: string): string {
  const name = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' }).of(tag);
  return name === undefined ? `\`${tag}\`` : `${name} (${tag})`;
}
