import {
  type Diagnostic,
  error,
  failure,
  type Outcome,
  outcomeOf,
  type Place,
  success,
  wholeFile,
} from '../diagnostics/diagnostic.js';

import type { PrintDocument } from '../document/document.js';
import type { Root } from '../document/tree.js';
import type { Edition } from '../edition/edition.js';
import { renumberSources } from '../edition/source-numbers.js';
import { type MarkdownProblem, parseBlocks } from '../markdown/parse.js';
import { toMarkdown } from '../markdown/serialize.js';
import { withCharts } from './charts.js';
import { withFigures } from './figures.js';
import { composeFrontMatter, splitFrontMatter } from './front-matter.js';
import { documentInfo, documentWords, furnitureOf } from './furniture.js';
import { templateRun } from './helpers.js';
import type { PackTemplate, TemplatePack } from './pack.js';
import { openedAt } from './template/directive-places.js';
import { Placeholders, withoutPlaceholders } from './template/placeholders.js';
import { dropEmptyColumns } from './tree/columns.js';
import { degradeDirectives } from './tree/degrade.js';
import { withDashes } from './tree/empty-cells.js';
import { withFactNames } from './tree/fact-names.js';
import { fillTree } from './tree/fill.js';
import { letterFootnotes, tightenCitations } from './tree/footnotes.js';
import { resolveLinks } from './tree/links.js';
import { withPortions } from './tree/portions.js';
import { proseNotes } from './tree/prose-notes.js';
import { withReadingOrder } from './tree/reading-order.js';
import { withSections } from './tree/sections.js';
import { citationFootnotes, sourcesAsRead } from './tree/source-notes.js';
import { withoutCitations } from './tree/without-citations.js';
import { type CitationStyle, citationStyle, citedInText } from './words/citation-style.js';
import { Labels } from './words/labels.js';

/**
 * The printed document of an edition: the tree of its content and what stands around it on every page.
 * @param stamp for the document's properties
 */
export function composePrint(edition: Edition, pack: TemplatePack, stamp: Stamp): Outcome<PrintDocument> {
  return printOf(compose(edition, pack, 'print'), pack, stamp);
}

/**
 * The same with its sources in the order in which the brief lists them, for who asks nothing but what texts are in it: which
 * order they are read in is known from the memo, and to make that takes longer.
 */
export function composePrintAsListed(edition: Edition, pack: TemplatePack, stamp: Stamp): Outcome<PrintDocument> {
  const asListed = { pack, numbered: edition, labels: new Labels(pack.labels, edition.language), memo: null };
  return printOf(compose(edition, pack, 'print', asListed), pack, stamp);
}

function printOf(composed: Outcome<Composed>, pack: TemplatePack, stamp: Stamp): Outcome<PrintDocument> {
  if (!composed.ok) return composed;
  const { root, numbered, style, labels } = composed.value;
  const named = withPortions(withFactNames(withDashes(root), numbered), numbered.portions);
  const drawn = withFigures(named, numbered, labels);
  return documentOf(citedInText(drawn, style, { medium: 'print', labels }), composed.value, { pack, stamp });
}

/**
 * The memo of an edition: GitHub-flavoured Markdown with front matter, ending in one line end.
 * @param placed gives the pictures in a memo the addresses that they have beside it
 */
export function composeMemo(
  edition: Edition,
  pack: TemplatePack,
  placed: (root: Root) => Outcome<Root> = success,
): Outcome<string> {
  const composed = compose(edition, pack, 'memo');
  if (!composed.ok) return composed;
  const { numbered, style, labels, problems, matter, placeholders } = composed.value;
  const root = citedInText(composed.value.root, style, { medium: 'memo', labels });
  const frontMatter = composeFrontMatter(matter, placeholders, pack.memo.file);
  if (!frontMatter.ok) return frontMatter;
  const noted = proseNotes(root, labels.label('footnotes'));
  const cited = numbered.citationStyle === 'notes' ? citationFootnotes(noted, numbered, labels) : noted;
  const whole = placed(withReadingOrder(withPortions(degradeDirectives(cited), numbered.portions)));
  const found = [...problems, ...whole.diagnostics, ...labels.problems(pack.folder)];
  return whole.ok ? outcomeOf(`${frontMatter.value}${toMarkdown(whole.value).trimEnd()}\n`, found) : failure(found);
}

/**
 * The short text of a mail about an edition: no sources are cited in it, since their list is in the document that comes
 * with it.
 */
export function composeMail(edition: Edition, pack: TemplatePack, stamp: Stamp): Outcome<PrintDocument> {
  const composed = compose(edition, pack, 'mail');
  if (!composed.ok) return composed;
  const { root, numbered } = composed.value;
  return documentOf(withoutCitations(withPortions(root, numbered.portions)), composed.value, { pack, stamp });
}

interface Stamp {
  /** ISO 8601 with offset. */
  readonly created: string;
  /** The version of the program. */
  readonly version?: string;
}

/** A tree with what stands around it on every page. */
function documentOf(
  root: Root,
  { numbered, labels, problems }: Composed,
  { pack, stamp }: { readonly pack: TemplatePack; readonly stamp: Stamp },
): Outcome<PrintDocument> {
  const document: PrintDocument = {
    root,
    language: numbered.language,
    info: documentInfo(numbered, labels, { ...stamp, template: pack.name }),
    furniture: furnitureOf(numbered, labels),
    words: documentWords(labels),
  };
  return outcomeOf(document, [...problems, ...labels.problems(pack.folder)]);
}

interface Composed {
  readonly root: Root;
  /** The edition with its sources in the order in which the memo cites them. */
  readonly numbered: Edition;
  /** How its citations are to be written. */
  readonly style: CitationStyle;
  /** The front matter that the template printed, with placeholders in it. */
  readonly matter: string;
  readonly placeholders: Placeholders;
  readonly labels: Labels;
  readonly problems: readonly Diagnostic[];
}

type Medium = 'print' | 'memo' | 'mail';

/** What page, memo and mail have in common: one template of the pack, filled. */
function compose(edition: Edition, pack: TemplatePack, medium: Medium, read?: AsRead): Outcome<Composed> {
  const missing = missingRequirements(edition, pack);
  if (missing.length > 0) return failure(missing);
  const { numbered, labels, memo } = read ?? numberedAsRead(edition, pack);
  const style = citationStyle(numbered, labels);
  // What was rendered to see how it reads is the memo already, where it reads in the order of the numbers it had.
  const isMemo = medium === 'memo' && numbered === edition;
  const rendered = (isMemo ? memo : null) ?? renderTree(style, { pack, medium }, labels);
  const linked = resolveLinks(rendered.root, medium === 'print' ? 'print' : 'memo');
  const problems = [...rendered.problems, ...linked.problems];
  return success({ ...rendered, root: linked.root, numbered, style, labels, problems });
}

type Rendered = Omit<Composed, 'numbered' | 'style' | 'labels'>;

interface AsRead {
  readonly pack: TemplatePack;
  readonly numbered: Edition;
  /** They know which words the templates asked for and did not get. */
  readonly labels: Labels;
  /** The memo with the numbers before; null where it was not needed. */
  readonly memo: Rendered | null;
}

const known = new WeakMap<Edition, AsRead>();

/**
 * Page and memo number the sources alike, in the order of the memo's citations, since its renderer numbers them itself.
 * The memo is rendered for it, once an edition: the page asks what the memo has asked before.
 */
function numberedAsRead(edition: Edition, pack: TemplatePack): AsRead {
  const before = known.get(edition);
  if (before?.pack === pack) return before;
  const labels = new Labels(pack.labels, edition.language);
  const isNumbered = edition.citationStyle !== 'author-date';
  const memo = isNumbered ? renderTree({ edition, keys: new Map() }, { pack, medium: 'memo' }, labels) : null;
  const numbered = memo ? renumberSources(edition, sourcesAsRead(proseNotes(memo.root, ''), edition)) : edition;
  const read = { pack, numbered, labels, memo };
  known.set(edition, read);
  return read;
}

/** Runs a template, parses what it printed, and only then puts the brief's text in. */
function renderTree(
  { edition, keys }: Pick<CitationStyle, 'edition' | 'keys'>,
  { pack, medium }: { readonly pack: TemplatePack; readonly medium: Medium },
  labels: Labels,
): Rendered {
  const template = pack[medium];
  const placeholders = new Placeholders();
  const output = template.compiled()(edition, templateRun(labels, placeholders, { keys, sections: edition.sections }));
  const { matter, body } = splitFrontMatter(output);
  const parsed = parseBlocks(body, { directives: 'all', html: 'text' });
  const filled = dropEmptyColumns(fillTree(parsed.nodes, placeholders, edition.language));
  const charted = withCharts(withSections(filled, edition, labels), {
    edition,
    labels,
    medium: medium === 'print' ? 'print' : 'memo',
  });
  const root = letterFootnotes(tightenCitations(charted));
  const problems = parsed.problems.flatMap((problem) => outputProblem(problem, template) ?? []);
  return { root, matter, placeholders, problems };
}

/** What is wrong with the Markdown that a template printed, at the line that printed it where that is known. */
function outputProblem(problem: MarkdownProblem, { file, nameOf }: PackTemplate): Diagnostic | null {
  const wrong = (message: string, hint: string, at: Place = wholeFile(file)) =>
    error('template-syntax', message, { at, hints: [hint] });
  switch (problem.kind) {
    case 'forbidden-link':
      return wrong(
        `The template links to \`${problem.url}\`.`,
        'A link may begin with `http:`, `https:`, `mailto:` or `#`.',
      );
    case 'unclosed-directive':
      return wrong(
        `\`:::${problem.name}\` is still open at the end of the document.`,
        'Its closing colons have to be printed on a line of their own, whichever branches are taken.',
        openedAt(problem.attributes, nameOf) ?? undefined,
      );
    case 'stray-fence':
      return wrong(
        `The template prints colons that close nothing: \`${withoutPlaceholders(problem.line)}\`.`,
        'Closing colons stand on a line of their own, as many as opened the directive.',
      );
    case 'html-comment':
      return problem.ends ? null : wrong('The template prints a comment that never ends.', 'Close it with `-->`.');
    case 'unread-citation':
    case 'unused-definition':
    case 'list-numbers':
    case 'single-tilde':
    case 'lost-sign':
      return null;
  }
}

/** A template that is about a meeting cannot be filled by a brief without one. */
function missingRequirements(edition: Edition, pack: TemplatePack): Diagnostic[] {
  const isMissing = (field: string) => {
    const value = edition[field as keyof Edition];
    return value === null || value === undefined || (Array.isArray(value) && value.length === 0);
  };
  return pack.requires.filter(isMissing).map((field) =>
    error(
      'template-missing-requirement',
      `The template \`${pack.name}\` needs \`${field}\`, which the brief does not have.`,
      {
        at: field,
        hints: [`Add \`${field}\` to the brief, or choose another template with \`layout.template\` or --template.`],
      },
    ),
  );
}
