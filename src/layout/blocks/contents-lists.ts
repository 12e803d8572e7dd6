import type { LinkTargets } from '../link-targets.js';
import type { ContentsEntry } from '../print-nodes.js';

/** Levels of headings below the title that are listed. */
const DEEPEST = 2;

/** The headings that tables of contents list: those that come after the table, as they are set. */
export class ContentsLists {
  private readonly open: ContentsEntry[][] = [];
  private isTitled = false;
  private isFirst = true;

  constructor(private readonly targets: LinkTargets) {}

  /** Begins a list; headings are added to it until the document ends. */
  begin(): readonly ContentsEntry[] {
    const entries: ContentsEntry[] = [];
    this.open.push(entries);
    return entries;
  }

  /**
   * Lists a heading where a table of contents is above it. `level` is that of the structure, `name` what links call the
   * heading; returns the name that it is listed by.
   */
  add(text: string, level: number, depth: number, name: string | undefined): string | undefined {
    if (this.isFirst) this.isTitled = depth === 1;
    this.isFirst = false;
    // Another heading of the title's level opens a part of the document.
    const listed = this.isTitled ? Math.max(1, level - 1) : level;
    if (this.open.length === 0 || listed > DEEPEST) return name;
    const id = name ?? this.targets.freshName('contents');
    for (const entries of this.open) entries.push({ text, level: listed, id });
    return id;
  }
}
