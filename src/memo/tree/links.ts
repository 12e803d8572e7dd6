/** Links to headings: `[the annex](#purpose)`, by the names that GitHub gives them. */
import { type Diagnostic, warning } from '../../diagnostics/diagnostic.js';
import { HeadingNames } from '../../document/headings.js';
import { mapBlocks } from '../../document/map.js';
import type { Heading, Inline, Root } from '../../document/tree.js';
import { type AnyNode, walkTree } from '../../document/walk.js';

/** What a heading is called in the whole document, and in the text of the field that it comes from. */
interface Named {
  readonly heading: Heading;
  readonly name: string;
  readonly field: string | null;
  readonly nameInField: string;
}

interface Targets {
  readonly headings: readonly Named[];
  /** The names of what is not a heading, such as an item of the list of sources. */
  readonly others: ReadonlySet<string>;
}

/**
 * Leads links to their headings. A writer knows the names that headings have in a text, and the document may well have
 * others of the same name: so a link is looked for in its own text first, and both get the name that is unique in the
 * document. A link of the brief that leads nowhere becomes its words, with a warning.
 * @param medium in the memo a heading has no other name than the one that GitHub makes
 */
export function resolveLinks(root: Root, medium: 'print' | 'memo'): { root: Root; problems: Diagnostic[] } {
  const targets = targetsIn(root);
  const problems: Diagnostic[] = [];
  const wanted = new Map<Heading, string>();
  const resolved: (string | null)[] = [];
  walkTree([root], (node, ancestors) => {
    if (node.type !== 'link') return;
    const field = fieldOf(node, ancestors);
    const found = node.url.startsWith('#') ? lookUp(decoded(node.url.slice(1)), field, targets) : node.url;
    if (typeof found === 'string') resolved.push(found);
    else if (found !== null) {
      const name = (medium === 'print' && found.heading.id) || found.name;
      wanted.set(found.heading, name);
      resolved.push(`#${name}`);
    } else if (field === null || node.url.startsWith('#item-')) resolved.push(node.url);
    else {
      resolved.push(null);
      problems.push(deadLink(node.url, field));
    }
  });
  if (resolved.every((url) => url !== null) && wanted.size === 0) return { root, problems };
  return { root: withLinks(root, targets, resolved, wanted), problems };
}

/** Links and headings come in the same order here as in the walk that looked them up. */
function withLinks(
  root: Root,
  { headings }: Targets,
  resolved: readonly (string | null)[],
  wanted: ReadonlyMap<Heading, string>,
): Root {
  let [links, seen] = [0, 0];
  const inline = (node: Inline): readonly Inline[] | undefined => {
    if (node.type !== 'link') return undefined;
    const url = resolved[links++];
    return typeof url === 'string' ? [{ ...node, url }] : node.children;
  };
  const children = mapBlocks(root.children, {
    inline,
    block: (node) => {
      if (node.type !== 'heading') return undefined;
      const original = headings[seen++]?.heading;
      const id = original && wanted.get(original);
      return id === undefined ? undefined : [{ ...node, id }];
    },
  });
  return { ...root, children };
}

function targetsIn(root: Root): Targets {
  const names = new HeadingNames();
  const inFields = new Map<string, HeadingNames>();
  const headings: Named[] = [];
  const others = new Set<string>();
  walkTree([root], (node, ancestors) => {
    if ((node.type === 'listItem' || node.type === 'span') && node.id !== undefined) others.add(node.id);
    if (node.type !== 'heading') return;
    const field = fieldOf(node, ancestors);
    const own = inFields.get(field ?? '') ?? new HeadingNames();
    inFields.set(field ?? '', own);
    headings.push({ heading: node, name: names.next(node), field, nameInField: own.next(node) });
  });
  return { headings, others };
}

/** A heading; the address itself, where it leads to something else; null: nothing has that name. */
function lookUp(name: string, field: string | null, { headings, others }: Targets): Named | string | null {
  const same = (written: string) => written.toLowerCase() === name.toLowerCase();
  const inField = headings.find((each) => each.field === field && field !== null && same(each.nameInField));
  const named = inField ?? headings.find(({ heading }) => heading.id === name);
  if (named !== undefined) return named;
  if (others.has(name)) return `#${name}`;
  return headings.find((each) => same(each.name)) ?? null;
}

/** The field of the brief that a node comes from; null: it is the template's own. */
function fieldOf(node: AnyNode, ancestors: readonly AnyNode[]): string | null {
  const around = [node, ...ancestors.toReversed()];
  for (const each of around) if ('origin' in each && each.origin !== undefined) return each.origin;
  return null;
}

function deadLink(url: string, field: string): Diagnostic {
  const message = `\`${field}\` links to \`${url}\`, and nothing in the document has that name.`;
  const hint =
    'The words are printed without the link. A heading is named by its words in lower case, with hyphens between them.';
  return warning('sense-markup', message, { at: field, hints: [hint] });
}

function decoded(id: string): string {
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
}
