import type { Standard } from '../document/standard.js';
import { compareByBytes, pdfString } from '../document/strings.js';
import type { EngineRef } from '../engine/pdfkit-shapes.js';
import { attributesOf } from './attributes.js';
import type { ContentKid, Kid, StructureElement } from './element.js';
import { type NamespaceName, namespaceOf, typeName } from './namespaces.js';

type MakeRef = (data: unknown) => EngineRef;

/** Elements that are kept even when empty: without its empty cells, a row would be irregular. */
const MEANINGFUL_WHEN_EMPTY: ReadonlySet<string> = new Set(['Document', 'TR', 'TD', 'TH', 'LBody']);
/** Entries in a leaf of the parent tree. */
const LEAF = 64;

/**
 * The structure tree on its way into the file (ISO 32000-1, 14.7): elements, the parent tree that leads back from
 * marked content and annotations to them, and the tree of their IDs. pdfkit has one, but it writes an annotation's page
 * as the page current when the element is closed, and it has neither IDs nor the attributes of lists and tables.
 */
export class StructureTree {
  /** By key: the elements of a page's marked contents in the order of their MCIDs, or the element of an annotation. */
  private readonly parents: (StructureElement[] | StructureElement)[] = [];
  private readonly pageKeys = new Map<EngineRef, number>();
  private readonly ids = new Map<string, StructureElement>();
  private readonly namespaces = new Map<NamespaceName, EngineRef>();
  private rootRef: EngineRef | null = null;

  constructor(
    private readonly root: StructureElement,
    private readonly standard: Standard,
    private readonly makeRef: MakeRef,
  ) {}

  /** Opens marked content of `element` on `page`; returns its MCID. */
  addContent(element: StructureElement, page: EngineRef): number {
    element.attach();
    const contents = this.contentsOf(page);
    const mcid = contents.push(element) - 1;
    element.kids.push({ kind: 'content', page, mcid });
    return mcid;
  }

  /** Makes `annotation` a kid of `element`; returns the annotation's StructParent. */
  addAnnotation(element: StructureElement, page: EngineRef, makeAnnotation: (key: number) => EngineRef): EngineRef {
    const key = this.parents.push(element) - 1;
    const annotation = makeAnnotation(key);
    element.kids.push({ kind: 'object', page, annotation });
    return annotation;
  }

  private contentsOf(page: EngineRef): StructureElement[] {
    let key = this.pageKeys.get(page);
    if (key === undefined) {
      key = this.parents.push([]) - 1;
      this.pageKeys.set(page, key);
      page.data.StructParents = key;
    }
    return this.parents[key] as StructureElement[];
  }

  /** What the type of an element is called in the file. */
  nameOf({ type }: StructureElement): string {
    return typeName(type, this.standard);
  }

  /** The element of the content that is drawn next on a page, when it has been drawn. */
  nextOn(page: EngineRef): () => StructureElement | null {
    const contents = this.contentsOf(page);
    const next = contents.length;
    return () => contents[next] ?? null;
  }

  /** Settles what is in the tree, and gives every element its object. Nothing can be added afterwards. */
  prepare(): EngineRef {
    if (this.rootRef !== null) return this.rootRef;
    prune(this.root);
    this.rootRef = this.makeRef({ Type: 'StructTreeRoot' });
    this.allocate(this.root);
    return this.rootRef;
  }

  /** Writes the tree; returns the StructTreeRoot. */
  write(): EngineRef {
    const root = this.prepare();
    this.writeElement(this.root, root);
    root.data.K = reference(this.root);
    root.data.ParentTree = this.writeParentTree();
    root.data.ParentTreeNextKey = this.parents.length;
    if (this.ids.size > 0) root.data.IDTree = { Names: this.idNames() };
    if (this.namespaces.size > 0) root.data.Namespaces = [...this.namespaces.values()];
    root.end();
    return root;
  }

  private allocate(element: StructureElement): void {
    element.ref = this.makeRef({});
    for (const kid of element.kids) if (kid.kind === 'element') this.allocate(kid);
  }

  private writeElement(element: StructureElement, parent: EngineRef): void {
    const ref = reference(element);
    const page = element.kids.find((kid): kid is ContentKid => kid.kind === 'content')?.page;
    ref.data.S = this.nameOf(element);
    if (this.standard === 'ua2') ref.data.NS = this.namespace(namespaceOf(element.type));
    ref.data.P = parent;
    if (page !== undefined) ref.data.Pg = page;
    this.writeAttributes(element, ref.data);
    const kids = element.kids.map((kid) => kidEntry(kid, page));
    if (kids.length > 0) ref.data.K = kids.length === 1 ? kids[0] : kids;
    for (const kid of element.kids) if (kid.kind === 'element') this.writeElement(kid, ref);
    ref.end();
  }

  private writeAttributes(element: StructureElement, data: Record<string, unknown>): void {
    const { lang, alt, actualText } = element.attributes;
    if (lang !== undefined) data.Lang = pdfString(lang);
    if (alt !== undefined) data.Alt = pdfString(alt);
    if (actualText !== undefined) data.ActualText = pdfString(actualText);
    // PDF/UA-1, 7.9: every note has an ID.
    if (element.type === 'Note' && this.standard === 'ua1') data.ID = pdfString(this.freshId(element));
    const refers = [...element.refers].flatMap(({ ref }) => ref ?? []);
    if (refers.length > 0) data.Ref = refers;
    const objects = attributesOf(element, this.standard);
    if (objects.length > 0) data.A = objects.length === 1 ? objects[0] : objects;
  }

  private namespace(name: NamespaceName): EngineRef {
    const known = this.namespaces.get(name);
    if (known !== undefined) return known;
    const made = this.makeRef({ Type: 'Namespace', NS: pdfString(name) });
    made.end();
    this.namespaces.set(name, made);
    return made;
  }

  private freshId(element: StructureElement): string {
    const id = `note-${this.ids.size + 1}`;
    this.ids.set(id, element);
    return id;
  }

  private writeParentTree(): EngineRef {
    const leaves: EngineRef[] = [];
    for (let from = 0; from < this.parents.length; from += LEAF) {
      const to = Math.min(from + LEAF, this.parents.length);
      const entries: unknown[] = [];
      for (let key = from; key < to; key++) entries.push(key, this.parentEntry(key));
      const leaf = this.makeRef({ Limits: [from, to - 1], Nums: entries });
      leaf.end();
      leaves.push(leaf);
    }
    const tree = this.makeRef(leaves.length === 0 ? { Nums: [] } : { Kids: leaves });
    tree.end();
    return tree;
  }

  private parentEntry(key: number): EngineRef {
    const entry = this.parents[key];
    if (entry === undefined) throw new Error(`no parent for key ${key}`);
    if (!Array.isArray(entry)) return reference(entry);
    const contents = this.makeRef(entry.map(reference));
    contents.end();
    return contents;
  }

  private idNames(): unknown[] {
    const names = [...this.ids].sort(([a], [b]) => compareByBytes(a, b));
    return names.flatMap(([id, element]) => [pdfString(id), reference(element)]);
  }
}

function reference(element: StructureElement): EngineRef {
  if (element.ref === null) throw new Error(`${element.type} is not in the tree`);
  return element.ref;
}

function kidEntry(kid: Kid, elementPage: EngineRef | undefined): unknown {
  switch (kid.kind) {
    case 'element':
      return reference(kid);
    case 'object':
      return { Type: 'OBJR', Obj: kid.annotation, Pg: kid.page };
    case 'content':
      return kid.page === elementPage ? kid.mcid : { Type: 'MCR', Pg: kid.page, MCID: kid.mcid };
  }
}

/** Drops what was never drawn; `true` where the element stays. */
function prune(element: StructureElement): boolean {
  const kept = element.kids.filter((kid) => kid.kind !== 'element' || prune(kid));
  // A picture is drawn long after its caption has its element, and comes before it.
  if (element.type === 'Figure') kept.sort((a, b) => Number(a.kind === 'element') - Number(b.kind === 'element'));
  element.kids.splice(0, element.kids.length, ...kept);
  return kept.length > 0 || MEANINGFUL_WHEN_EMPTY.has(element.type);
}
