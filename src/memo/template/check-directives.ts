import { type Diagnostic, didYouMean, error } from '../../diagnostics/diagnostic.js';
import type { TemplateFile } from './syntax.js';

/** The directives a template may use, with their attributes; docs/templates.md explains each. */
export const DIRECTIVES: Readonly<Record<string, readonly string[]>> = {
  columns: ['across'],
  column: ['width'],
  callout: ['kind', 'title'],
  keep: [],
  'page-break': [],
  masthead: [],
  contents: [],
  kicker: [],
  subtitle: [],
  fields: ['columns', 'wide'],
  'bottom-line': ['title'],
  judgements: [],
  grounds: [],
  gauge: ['range', 'level'],
  changes: ['title'],
  facts: [],
  quotation: [],
  table: ['widths', 'optional', 'style', 'rowheads', 'summary'],
  sources: [],
  small: [],
  options: [],
  signature: ['label', 'date'],
  contact: [],
  terms: [],
  details: [],
  'stakeholder-grid': [],
  timeline: [],
  yardstick: [],
  'risk-matrix': [],
  'next-steps': [],
};

const OPENING = /^([ \t>]*:{2,})([A-Za-z][\w-]*)(?:\{([^\n}]*)\}?)?/gm;

/**
 * Finds directives that do not exist in the text between two mustaches. An unknown one would print as the text it is,
 * colons and all, and be seen on paper only.
 */
export function checkDirectives(content: hbs.AST.ContentStatement, template: TemplateFile): Diagnostic[] {
  const problems: Diagnostic[] = [];
  // `original` still has the line breaks that Handlebars strips around its own tags, so lines and columns are true.
  const text = String(content.original);
  for (const match of text.matchAll(OPENING)) {
    const before = text.slice(0, match.index);
    const startsLine = before.includes('\n') || content.loc.start.column === 0;
    if (!startsLine && before === '') continue;
    const line = content.loc.start.line + before.split('\n').length - 1;
    const column = (match[1]?.length ?? 0) + 1;
    const place = { file: template.file, line, column, endLine: line, endColumn: column + (match[2]?.length ?? 0) };
    const problem = judge(match[2] ?? '', match[3] ?? '');
    if (problem !== null)
      problems.push(error('template-unknown-field', problem.message, { at: place, hints: [problem.hint] }));
  }
  return problems;
}

function judge(name: string, attributes: string): { message: string; hint: string } | null {
  const known = Object.hasOwn(DIRECTIVES, name) ? DIRECTIVES[name] : undefined;
  if (known === undefined) {
    return { message: `There is no directive \`:::${name}\`.`, hint: suggestion(name, Object.keys(DIRECTIVES)) };
  }
  const used = [...attributes.matchAll(/([\w-]+)\s*=/g)].map((match) => match[1] ?? '');
  const unknown = used.find((each) => !known.includes(each));
  if (unknown === undefined) return null;
  const hint = didYouMean(unknown, known) ?? `It takes: ${known.join(', ') || 'no attributes'}.`;
  return { message: `\`:::${name}\` has no attribute \`${unknown}\`.`, hint };
}

/** The name that was probably meant, or all there is to choose from. */
export function suggestion(name: string, names: readonly string[]): string {
  const choice = names.length === 0 ? 'There is none to choose from.' : `There is: ${[...names].sort().join(', ')}.`;
  return didYouMean(name, names) ?? choice;
}
