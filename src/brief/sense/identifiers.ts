/** Ids are unique, and every reference leads somewhere. */
import { didYouMean, error, warning } from '../../diagnostics/diagnostic.js';
import { languagesOf } from '../languages.js';
import type { Checked, Finding } from './finding.js';

export function checkIdentifiers(checked: Checked): Finding[] {
  const { first, duplicates } = idsOf(checked);
  return [
    ...duplicates,
    ...editionsNamedAsLanguages(checked),
    ...checkReferences(checked, first),
    ...unusedSources(checked),
  ];
}

/** The ids of the brief and the fields that first bear them, and those that come again. */
function idsOf({ fields }: Checked): { first: ReadonlyMap<string, string>; duplicates: Finding[] } {
  const first = new Map<string, string>();
  const duplicates: Finding[] = [];
  for (const { steps, path, definition, value } of fields) {
    const isItemId = steps.length > 1 && steps.at(-1) === 'id' && (definition === 'slug' || definition === 'sourceId');
    if (!isItemId || typeof value !== 'string') continue;
    const owner = path.replace(/\.id$/, '');
    const other = first.get(value);
    if (other === undefined) first.set(value, owner);
    else {
      duplicates.push(
        error(
          'sense-duplicate-id',
          `\`${owner}\` has the id "${value}", as \`${other}\` does; expected an id of its own.`,
          { at: path, hints: ['An id is unique in the whole brief, over all its lists.'] },
        ),
      );
    }
  }
  return { first, duplicates };
}

/** `visit.sv.pdf` may only be the Swedish document, not the edition "sv". */
function editionsNamedAsLanguages({ brief }: Checked): Finding[] {
  const languages = languagesOf(brief).map((tag) => tag.toLowerCase());
  return (brief.editions ?? []).flatMap(({ id }, index) =>
    languages.includes(id)
      ? [
          error(
            'sense-duplicate-id',
            `The edition "${id}" is named as one of the languages; the two would have one file name.`,
            { at: `editions[${index}].id`, hints: ['Give the edition another id.'] },
          ),
        ]
      : [],
  );
}

function checkReferences(checked: Checked, first: ReadonlyMap<string, string>): Finding[] {
  const { brief } = checked;
  const refer = (list: List, field: string, id: string): Finding[] => {
    if (resolves(id, list, first)) return [];
    return [unknown({ list, field, id }, first, list === 'sources' ? checked.offered : [])];
  };
  return [
    ...checked.citations.flatMap(({ field, id, annex }) => {
      const place = { words: id, ...(annex === undefined ? {} : { annex }) };
      return refer('sources', field, id).map((finding) => ({ ...finding, ...place }));
    }),
    ...(brief.quotes ?? []).flatMap(({ stakeholder }, index) =>
      stakeholder ? refer('stakeholders', `quotes[${index}].stakeholder`, stakeholder) : [],
    ),
    ...(brief.judgements ?? []).flatMap(({ basis = [] }, index) =>
      basis.flatMap((id, place) => refer('keyFacts', `judgements[${index}].basis[${place}]`, id)),
    ),
    ...(brief.distribution ?? []).flatMap(({ edition }, index) =>
      edition ? refer('editions', `distribution[${index}].edition`, edition) : [],
    ),
  ];
}

function resolves(id: string, list: List, first: ReadonlyMap<string, string>): boolean {
  return first.get(id)?.startsWith(`${list}[`) === true;
}

/** What an item of a list is called in a message. */
const ITEM = { sources: 'source', stakeholders: 'stakeholder', keyFacts: 'key fact', editions: 'edition' } as const;
type List = keyof typeof ITEM;

interface Reference {
  readonly list: List;
  readonly field: string;
  readonly id: string;
}

function unknown(
  { list, field, id }: Reference,
  first: ReadonlyMap<string, string>,
  offered: readonly string[],
): Finding {
  const known = [...first].filter(([, owner]) => owner.startsWith(`${list}[`)).map(([name]) => name);
  const other = first.get(id);
  const kind = ITEM[list];
  const addIt = `Add it to \`${list}\`, with \`id: ${id}\`.`;
  return error(
    'sense-unknown-reference',
    `\`${field}\` refers to "${id}", ${other ? `which is \`${other}\` and not a ${kind}` : `but no ${kind} has that id`}.`,
    { at: field, hints: [didYouMean(id, [...known, ...offered]) ?? (known.length > 0 ? thereAre(known) : addIt)] },
  );
}

function thereAre(ids: readonly string[]): string {
  return `There are: ${ids.slice(0, 12).join(', ')}${ids.length > 12 ? ' …' : ''}.`;
}

function unusedSources(checked: Checked): Finding[] {
  const cited = new Set(checked.citations.map(({ id }) => id));
  return checked.brief.sources.flatMap(({ id }, index) =>
    cited.has(id) || !checked.listed.has(id)
      ? []
      : [
          warning('sense-unused-source', `Nothing cites the source "${id}".`, {
            at: `sources[${index}].id`,
            hints: ['Cite it, or leave it out.'],
          }),
        ],
  );
}
