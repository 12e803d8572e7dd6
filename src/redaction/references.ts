import type { Brief } from '../brief/brief.js';
import { fieldsOf } from '../brief/schema-walk.js';
import { citationsOf, textsOf } from '../brief/sense/citations.js';
import { type Diagnostic, error } from '../diagnostics/diagnostic.js';

import { walkTree } from '../document/walk.js';
import { parseBlocks } from '../markdown/parse.js';
import type { Redaction } from './choose-redaction.js';
import { isFields } from './redactor.js';

type Draft = Readonly<Record<string, unknown>>;

/** The sources cited by anything that is kept; one source may be cited by another's fields. */
export function citedSources(draft: Draft): readonly Draft[] {
  const sources = (Array.isArray(draft.sources) ? draft.sources : []) as readonly Draft[];
  let kept: readonly Draft[] = [];
  for (;;) {
    const cited = new Set(citationsIn({ ...draft, sources: kept }).map(({ id }) => id));
    const more = sources.filter(({ id }) => cited.has(String(id)));
    if (more.length === kept.length) return more;
    kept = more;
  }
}

function citationsIn(draft: Draft) {
  return citationsOf(fieldsOf(draft), new Map());
}

interface Context {
  readonly redaction: Redaction;
  /** Field of the redacted brief → field of the whole one. */
  originOf(field: string): string;
}

interface Reference {
  /** In the redacted brief. */
  readonly field: string;
  readonly id: string;
}

/** Kept items that refer to withheld ones: `edition-refers-to-withheld`, which names both. */
export function brokenReferences(whole: Brief, draft: Draft, { redaction, originOf }: Context): readonly Diagnostic[] {
  const shown = idsIn(draft);
  const owners = idsIn(whole);
  const problems = [...citationsIn(draft), ...fieldReferences(draft), ...linksIn(draft)]
    .filter(({ id }) => owners.has(id) && !shown.has(id))
    .map(({ field, id }) => refersToWithheld(originOf(field), id, owners.get(id) ?? id, redaction));
  return [...new Map(problems.map((each) => [each.message, each])).values()];
}

/** Ids of items and sources, and the fields that have them. */
function idsIn(brief: object): ReadonlyMap<string, string> {
  const items = fieldsOf(brief).filter(
    ({ steps, definition }) => steps.length > 1 && steps.at(-1) === 'id' && ['slug', 'sourceId'].includes(definition),
  );
  return new Map(items.map(({ path, value }) => [String(value), path.replace(/\.id$/, '')]));
}

/** References that are fields: the basis of a judgement, the stakeholder for whom a quoted person speaks. */
function fieldReferences(draft: Draft): Reference[] {
  const judgements = listIn(draft.judgements).flatMap(({ basis }, index) =>
    (Array.isArray(basis) ? basis : []).map((id, place) => ({
      field: `judgements[${index}].basis[${place}]`,
      id: String(id),
    })),
  );
  const quotes = listIn(draft.quotes).flatMap(({ stakeholder }, index) =>
    typeof stakeholder === 'string' ? [{ field: `quotes[${index}].stakeholder`, id: stakeholder }] : [],
  );
  return [...judgements, ...quotes];
}

function listIn(value: unknown): readonly Draft[] {
  return Array.isArray(value) ? value.filter(isFields) : [];
}

/** Links in prose to an item, `[the visit](#visit)`, and figures that it asks for, `:::chart{#visits}`. */
function linksIn(draft: Draft): Reference[] {
  const prose = fieldsOf(draft).filter(({ definition }) => definition === 'prose' || definition === 'block');
  return prose
    .flatMap(({ path, value }) => textsOf(path, value))
    .filter(({ text }) => /#|::chart/.test(text))
    .flatMap(({ field, text }) => targetsIn(text).map((id) => ({ field, id })));
}

function targetsIn(text: string): string[] {
  const targets: string[] = [];
  walkTree(parseBlocks(text, { directives: 'public', html: 'text' }).nodes, (node) => {
    if (node.type === 'link' && node.url.startsWith('#')) targets.push(decoded(node.url.slice(1)));
    if (node.type === 'directive' && node.name === 'chart') targets.push(node.attributes.id ?? '');
  });
  return targets;
}

function decoded(id: string): string {
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
}

function refersToWithheld(field: string, id: string, owner: string, redaction: Redaction): Diagnostic {
  return error(
    'edition-refers-to-withheld',
    `The edition "${redaction.name}" keeps \`${field}\`, which refers to "${id}", and withholds \`${owner}\`.`,
    { at: field, hints: ['Keep both or withhold both; or take the reference out.'] },
  );
}
