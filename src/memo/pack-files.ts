/** The files of a template pack by relative path, such as `print.md.hbs` or `labels/sv.yaml`. */
export interface PackFiles {
  readonly pack: ReadonlyMap<string, string>;
  /** What all packs share; a file of the pack wins over it. */
  readonly shared: ReadonlyMap<string, string>;
  /** The user's own files, which win over both: labels. */
  readonly own?: ReadonlyMap<string, string>;
  /** What messages call a file of the user's own. */
  readonly ownName?: (path: string) => string;
  /** The pack's folder, for messages. */
  readonly folder: string;
}
