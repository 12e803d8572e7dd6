import type { PdfFile } from './file/file.js';
import { type Dictionary, isDictionary, nameOf, PdfString, Reference, type Value } from './file/objects.js';

/** The types of PDF 2.0's own set that are written, and those it leaves in that of 1.7 (ISO 32000-2, 14.8.4 and 14.8.6). */
const NEW =
  /^(Document|Part|Sect|Div|Aside|P|H[1-6]|Title|FENote|Lbl|Span|Link|L|LI|LBody|Table|THead|TBody|TR|TH|TD|Caption|Figure)$/;
const OLD = /^(Art|BlockQuote|TOC|TOCI|Quote|Reference|Code)$/;
const SETS = { new: 'http://iso.org/pdf2/ssn', old: 'http://iso.org/pdf/ssn' };

/** Everything that is wrong with the structure of a PDF 2.0 as PDF/UA-2 asks for it, beyond what PDF/UA-1 does. */
export function newStructureProblems(file: PdfFile): string[] {
  const tree = file.dictionary(file.catalog.StructTreeRoot);
  const check = new NewStructure(file, file.array(tree.Namespaces));
  const tops = file.array(tree.K);
  if (tops.length !== 1 || nameOf(file.dictionary(tops[0]).S) !== 'Document') check.problems.push('not one Document');
  for (const top of tops) check.element(top as Reference);
  check.links();
  check.bookmarks(file.catalog.Outlines);
  return check.problems;
}

class NewStructure {
  readonly problems: string[] = [];
  private readonly elements = new Map<number, Dictionary>();
  private readonly listed: ReadonlySet<number>;

  constructor(
    private readonly file: PdfFile,
    namespaces: readonly Value[],
  ) {
    this.listed = new Set(namespaces.map((each) => (each as Reference).id));
  }

  element(reference: Reference): void {
    const element = this.file.dictionary(reference);
    this.elements.set(reference.id, element);
    this.type(element);
    const kids = this.file.array(element.K);
    const kinds = kids.map((kid) => this.kindOf(kid));
    const captions = kinds.flatMap((kind, at) => (kind === 'Caption' ? [at] : []));
    if (captions.some((at) => at !== 0 && at !== kids.length - 1)) this.problems.push('Caption in the middle');
    for (const kid of kids) if (this.kindOf(kid) !== null) this.element(kid as Reference);
    if (nameOf(element.S) === 'FENote') this.note(reference, element);
    if (nameOf(element.S) === 'L') this.list(element, kids);
  }

  /** The type of an element; null for content. */
  private kindOf(kid: Value): string | null {
    const object = this.file.get(kid);
    return isDictionary(object) ? nameOf(object.S) : null;
  }

  private type(element: Dictionary): void {
    const type = nameOf(element.S) ?? '?';
    const namespace = element.NS;
    const name = namespace instanceof Reference ? this.file.dictionary(namespace).NS : undefined;
    const set = NEW.test(type) ? SETS.new : OLD.test(type) ? SETS.old : '';
    if (!(name instanceof PdfString) || name.text !== set) this.problems.push(`${type} is in the wrong namespace`);
    if (!(namespace instanceof Reference) || !this.listed.has(namespace.id)) this.problems.push('unlisted namespace');
  }

  private note(reference: Reference, note: Dictionary): void {
    const kinds = this.file.array(note.A).map((each) => nameOf(this.file.dictionary(each).NoteType));
    if (!kinds.includes('Endnote')) this.problems.push('a note without its kind');
    for (const mark of this.file.array(note.Ref)) {
      const back = this.file.array(this.file.dictionary(mark).Ref).map((each) => (each as Reference).id);
      if (!back.includes(reference.id)) this.problems.push('a mark does not know its note');
    }
  }

  private list(list: Dictionary, items: readonly Value[]): void {
    const labels = items
      .flatMap((item) => this.file.array(this.file.dictionary(item).K))
      .map((kid) => this.kindOf(kid));
    const numbering = this.file.array(list.A).map((each) => nameOf(this.file.dictionary(each).ListNumbering));
    if (labels.includes('Lbl') && numbering.includes('None')) this.problems.push('labels in a list of none');
  }

  /** Every link within the document leads to an element and to the place on the page where it begins. */
  links(): void {
    const names = this.file.array(this.file.dictionary(this.file.dictionary(this.file.catalog.Names).Dests).Names);
    const known = new Map(names.flatMap((name, at) => (at % 2 === 0 ? [[this.text(name), names[at + 1]]] : [])));
    for (const destination of known.values()) this.destination(this.file.dictionary(destination));
    for (const page of this.file.pages) {
      for (const annotation of this.file.array(this.file.dictionary(page).Annots)) {
        const { A: action, Dest: old } = this.file.dictionary(annotation);
        if (old !== undefined) this.problems.push('a destination on a page alone');
        const { S: kind, D: name, SD: structure } = this.file.dictionary(action);
        if (nameOf(kind) === 'URI') continue;
        if (!known.has(this.text(name))) this.problems.push(`a link to ${this.text(name)}, which is nowhere`);
        this.structureDestination(structure);
      }
    }
  }

  bookmarks(value: Value | undefined): void {
    if (value === undefined) return;
    for (let next = this.file.dictionary(value).First; next !== undefined; next = this.file.dictionary(next).Next) {
      const { A: action, Dest: old, SE: element } = this.file.dictionary(next);
      if (old !== undefined || action === undefined) this.problems.push('a bookmark to a page alone');
      else this.destination(this.file.dictionary(action));
      if (!(element instanceof Reference) || !this.elements.has(element.id))
        this.problems.push('a bookmark of nothing');
      this.bookmarks(next);
    }
  }

  private destination({ D: place, SD: structure }: Dictionary): void {
    const [page, ...at] = this.file.array(place);
    const [, ...also] = this.file.array(structure);
    if (JSON.stringify(at) !== JSON.stringify(also)) this.problems.push('two places of one destination');
    if (!(page instanceof Reference) || !this.file.pages.some(({ id }) => id === page.id))
      this.problems.push('a place on no page');
    this.structureDestination(structure);
  }

  private structureDestination(value: Value | undefined): void {
    const [element] = this.file.array(value);
    if (!(element instanceof Reference) || !this.elements.has(element.id)) this.problems.push('a way to no element');
  }

  private text(value: Value | undefined): string {
    const object = this.file.get(value);
    return object instanceof PdfString ? object.text : '';
  }
}
