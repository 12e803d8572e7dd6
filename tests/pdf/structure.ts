import type { Step } from './file/content.js';
import { paints, stepsOf } from './file/content.js';
import type { PdfFile } from './file/file.js';
import { type Dictionary, isDictionary, nameOf, PdfString, Reference, type Value } from './file/objects.js';
import { checkFonts } from './structure-fonts.js';
import { checkTable } from './structure-tables.js';

/** What a structure element may hold, where ISO 32000-1, 14.8.4 says so. */
const KIDS: Readonly<Record<string, readonly string[]>> = {
  TOC: ['TOCI', 'TOC', 'Caption'],
  TOCI: ['Lbl', 'Reference', 'NonStruct', 'P', 'TOC'],
  L: ['LI', 'Caption'],
  LI: ['Lbl', 'LBody'],
  Table: ['THead', 'TBody', 'TFoot', 'TR', 'Caption'],
  THead: ['TR'],
  TBody: ['TR'],
  TR: ['TH', 'TD'],
};
const PARENTS: Readonly<Record<string, readonly string[]>> = {
  TOC: ['Document', 'Part', 'Art', 'Sect', 'Div', 'TOC', 'TOCI'],
  TOCI: ['TOC'],
  LI: ['L'],
  LBody: ['LI'],
  THead: ['Table'],
  TBody: ['Table'],
  TR: ['Table', 'THead', 'TBody', 'TFoot'],
  TH: ['TR'],
  TD: ['TR'],
};

/**
 * Everything that is wrong with the structure of a PDF: what PDF/UA-1 asks for and a validator does not see (veraPDF
 * accepts an empty structure tree). Every painting operator is in exactly one marked content; marked contents, parent
 * tree and annotations agree in both directions; tables are regular; fonts are embedded and say what they show.
 */
export function structureProblems(file: PdfFile): string[] {
  const checker = new StructureChecker(file);
  checker.check();
  return [...checker.problems, ...checkFonts(file)];
}

class StructureChecker {
  readonly problems: string[] = [];
  private readonly parentTree = new Map<number, Value>();
  /** "page MCID" → the element that claims it. */
  private readonly claims = new Map<string, number>();
  /** Annotation → the element and page that claim it. */
  private readonly objects = new Map<number, { element: number; page: number }>();
  private readonly ids = new Set<string>();
  private lastHeading = 0;

  constructor(private readonly file: PdfFile) {}

  private report(problem: string): void {
    this.problems.push(problem);
  }

  check(): void {
    const { catalog } = this.file;
    this.checkCatalog(catalog);
    const root = catalog.StructTreeRoot;
    if (!(root instanceof Reference)) {
      this.report('no structure tree');
      return;
    }
    const tree = this.file.dictionary(root);
    this.readParentTree(tree.ParentTree);
    const tops = this.file.array(tree.K);
    if (tops.length === 0) this.report('the structure tree is empty');
    for (const top of tops) this.checkElement(top, root.id, null);
    this.checkIdTree(tree.IDTree);
    for (const page of this.file.pages) this.checkPage(page);
    if (this.objects.size > 0) this.report(`OBJR to what is on no page: ${[...this.objects.keys()]}`);
    const keys = [...this.parentTree.keys()];
    if (Number(tree.ParentTreeNextKey) <= Math.max(-1, ...keys)) this.report('ParentTreeNextKey is in use');
  }

  private checkCatalog(catalog: Dictionary): void {
    if (this.file.dictionary(catalog.MarkInfo).Marked !== true) this.report('not marked as tagged');
    if (!(catalog.Lang instanceof PdfString)) this.report('no language');
    const preferences = catalog.ViewerPreferences;
    if (preferences === undefined || this.file.dictionary(preferences).DisplayDocTitle !== true) {
      this.report('the title is not displayed');
    }
    if (!/<pdfuaid:part>[12]<\/pdfuaid:part>/.test(this.file.data(catalog.Metadata)))
      this.report('PDF/UA not declared');
  }

  private readParentTree(value: Value | undefined): void {
    const node = this.file.dictionary(value);
    for (const kid of this.file.array(node.Kids)) this.readParentTree(kid);
    const entries = this.file.array(node.Nums);
    for (let i = 0; i < entries.length; i += 2) this.parentTree.set(Number(entries[i]), entries[i + 1] ?? null);
  }

  private checkElement(value: Value, parentId: number, parentType: string | null): void {
    if (!(value instanceof Reference)) {
      this.report('an element is not an object of its own');
      return;
    }
    const element = this.file.dictionary(value);
    const type = nameOf(element.S) ?? '?';
    const { P: parent } = element;
    if (!(parent instanceof Reference) || parent.id !== parentId) this.report(`${type} ${value.id} has a wrong parent`);
    const allowed = PARENTS[type];
    if (allowed !== undefined && !allowed.includes(parentType ?? '')) this.report(`${type} inside ${parentType}`);
    const kids = this.file.array(element.K);
    for (const kid of kids) this.checkKid(kid, value.id, element, type);
    this.checkOwn(value.id, element, type, kids);
  }

  private checkKid(kid: Value, id: number, element: Dictionary, type: string): void {
    if (typeof kid === 'number') {
      if (KIDS[type] !== undefined) this.report(`${type} ${id} holds content of its own`);
      this.claim(element.Pg, kid, id);
      return;
    }
    const dictionary = this.file.dictionary(kid);
    const kind = nameOf(dictionary.Type);
    if (kind === 'MCR') {
      this.claim(dictionary.Pg, Number(dictionary.MCID), id);
      return;
    }
    if (kind === 'OBJR') {
      this.claimObject(dictionary, id, type);
      return;
    }
    const kidType = nameOf(dictionary.S) ?? '?';
    const allowed = KIDS[type];
    if (allowed !== undefined && !allowed.includes(kidType)) this.report(`${type} holds ${kidType}`);
    this.checkElement(kid, id, type);
  }

  private claim(page: Value | undefined, mcid: number, element: number): void {
    if (!(page instanceof Reference)) {
      this.report(`MCID ${mcid} of element ${element} has no page`);
      return;
    }
    const key = `${page.id} ${mcid}`;
    if (this.claims.has(key)) this.report(`MCID ${mcid} of page ${page.id} is claimed twice`);
    this.claims.set(key, element);
  }

  private claimObject(dictionary: Dictionary, element: number, type: string): void {
    const { Obj: object, Pg: page } = dictionary;
    if (!(object instanceof Reference) || !(page instanceof Reference)) {
      this.report('OBJR without object or page');
      return;
    }
    if (this.objects.has(object.id)) this.report(`annotation ${object.id} is claimed twice`);
    if (type !== 'Link') this.report(`OBJR in ${type}`);
    this.objects.set(object.id, { element, page: page.id });
  }

  private checkOwn(id: number, element: Dictionary, type: string, kids: readonly Value[]): void {
    if (type === 'Figure' && !(element.Alt instanceof PdfString && element.Alt.text.trim() !== '')) {
      this.report('Figure without alternative text');
    }
    if (type === 'Note' && !(element.ID instanceof PdfString)) this.report('Note without ID');
    if (element.ID instanceof PdfString) {
      if (this.ids.has(element.ID.text)) this.report(`ID ${element.ID.text} twice`);
      this.ids.add(element.ID.text);
    }
    const isObject = (kid: Value) => isDictionary(kid) && nameOf(kid.Type) === 'OBJR';
    if (type === 'Link' && !kids.some(isObject)) this.report(`Link ${id} without annotation`);
    if (type === 'Table') this.problems.push(...checkTable(this.file, element));
    if (/^H[1-6]$/.test(type)) this.checkHeading(Number(type[1]));
    const empty = kids.length === 0 && !['TD', 'TH', 'TR', 'LBody', 'Document'].includes(type);
    if (empty) this.report(`${type} ${id} is empty`);
  }

  private checkHeading(level: number): void {
    if (level > this.lastHeading + 1) this.report(`H${level} after H${this.lastHeading}`);
    this.lastHeading = level;
  }

  private checkIdTree(value: Value | undefined): void {
    const listed = value === undefined ? [] : this.file.array(this.file.dictionary(value).Names);
    const names = listed
      .filter((_, index) => index % 2 === 0)
      .map((name) => (name instanceof PdfString ? name.text : ''));
    if (names.length !== this.ids.size || names.some((name) => !this.ids.has(name))) this.report('IDTree disagrees');
    if (names.some((name, index) => index > 0 && name <= (names[index - 1] ?? ''))) this.report('IDTree is not sorted');
  }

  private checkPage(page: Reference): void {
    const dictionary = this.file.dictionary(page);
    if (nameOf(dictionary.Tabs) !== 'S') this.report(`page ${page.id}: tab order is not the structure's`);
    const key = dictionary.StructParents;
    const parents = typeof key === 'number' ? this.file.array(this.parentTree.get(key)) : [];
    const used = new Set<number>();
    for (const step of stepsOf(this.file.content(page), (problem) => this.report(`page ${page.id}: ${problem}`))) {
      this.checkStep(step, page.id, parents, used);
    }
    if (parents.length !== used.size) this.report(`page ${page.id}: ${used.size} MCIDs, ${parents.length} parents`);
    for (const annotation of this.file.array(dictionary.Annots)) this.checkAnnotation(annotation, page.id);
    for (const claimed of this.claims.keys()) {
      const [owner, mcid] = claimed.split(' ').map(Number);
      if (owner === page.id && !used.has(mcid ?? -1))
        this.report(`MCID ${mcid} is claimed, but not on page ${page.id}`);
    }
  }

  private checkStep(step: Step, page: number, parents: readonly Value[], used: Set<number>): void {
    const outer = step.marks[0];
    if (paints(step) && outer === undefined) this.report(`page ${page}: ${step.operator} outside marked content`);
    if (step.operator !== 'BDC' && step.operator !== 'BMC') return;
    const mark = step.marks.at(-1);
    if (mark === undefined) return;
    if (step.marks.length > 1 && (mark.tag !== 'Span' || mark.mcid !== null)) {
      this.report(`page ${page}: ${mark.tag} inside ${outer?.tag}`);
    }
    if (mark.mcid === null) {
      if (step.marks.length === 1 && mark.tag !== 'Artifact') this.report(`page ${page}: ${mark.tag} without MCID`);
      return;
    }
    this.checkMark({ tag: mark.tag, mcid: mark.mcid }, page, parents, used);
  }

  private checkMark(
    { tag, mcid }: { tag: string; mcid: number },
    page: number,
    parents: readonly Value[],
    used: Set<number>,
  ): void {
    if (used.has(mcid)) this.report(`page ${page}: MCID ${mcid} twice`);
    used.add(mcid);
    const claimant = this.claims.get(`${page} ${mcid}`);
    const parent = parents[mcid];
    if (claimant === undefined) {
      this.report(`page ${page}: MCID ${mcid} is in no element`);
      return;
    }
    if (!(parent instanceof Reference) || parent.id !== claimant) {
      this.report(`page ${page}: the parent tree disagrees about MCID ${mcid}`);
    }
    const type = nameOf(this.file.dictionary(new Reference(claimant)).S);
    if (type !== tag) this.report(`page ${page}: MCID ${mcid} is ${tag} on the page and ${type} in the tree`);
  }

  private checkAnnotation(annotation: Value, page: number): void {
    if (!(annotation instanceof Reference)) {
      this.report('an annotation is not an object of its own');
      return;
    }
    const dictionary = this.file.dictionary(annotation);
    const claim = this.objects.get(annotation.id);
    if (claim === undefined) {
      this.report(`annotation ${annotation.id} is in no element`);
      return;
    }
    this.objects.delete(annotation.id);
    if (claim.page !== page) this.report(`annotation ${annotation.id} is on page ${page}, its OBJR says ${claim.page}`);
    const parent = this.parentTree.get(Number(dictionary.StructParent));
    if (!(parent instanceof Reference) || parent.id !== claim.element) {
      this.report(`the parent tree disagrees about annotation ${annotation.id}`);
    }
    const contents = dictionary.Contents;
    if (!(contents instanceof PdfString) || contents.text.trim() === '') this.report('a link says nothing');
    if (dictionary.F !== 4) this.report('an annotation is not printed');
  }
}
