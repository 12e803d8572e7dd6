/** What a small file of settings (a theme, the configuration, `pack.yaml`, labels) may hold: plain data, as the file is. */
export type SettingShape =
  /** Fields with names of ours; `orNull` where `null` means something of its own. */
  | { readonly kind: 'section'; readonly fields: Readonly<Record<string, SettingShape>>; readonly orNull?: true }
  /** Fields with any names. */
  | { readonly kind: 'names'; readonly what: string; readonly each: SettingShape }
  | { readonly kind: 'number'; readonly min: number; readonly max: number; readonly unit: string }
  | { readonly kind: 'choice'; readonly of: readonly string[] }
  | { readonly kind: 'switch' }
  /**
   * Text that is not empty unless `maybeEmpty`; `read` gives its value, or null for what does not fit. `isProse`: people
   * write it as they like, and readers see it.
   */
  | {
      readonly kind: 'text';
      readonly what: string;
      readonly maybeEmpty?: true;
      readonly isProse?: true;
      readonly read?: (text: string) => string | null;
    }
  /** `orOne`: a single item may stand without a list around it. */
  | { readonly kind: 'list'; readonly what: string; readonly each: SettingShape; readonly orOne?: true };

/** The value of a file of this shape: every field may be missing. */
export type SettingValue<S extends SettingShape> = S extends {
  readonly kind: 'section';
  readonly fields: infer Fields extends Readonly<Record<string, SettingShape>>;
}
  ?
      | { readonly [Name in keyof Fields]?: SettingValue<Fields[Name]> }
      | (S extends { readonly orNull: true } ? null : never)
  : S extends { readonly kind: 'names'; readonly each: infer Each extends SettingShape }
    ? Readonly<Record<string, SettingValue<Each>>>
    : S extends { readonly kind: 'list'; readonly each: infer Each extends SettingShape }
      ? readonly SettingValue<Each>[]
      : S extends { readonly kind: 'choice'; readonly of: readonly (infer Word)[] }
        ? Word
        : S extends { readonly kind: 'number' }
          ? number
          : S extends { readonly kind: 'switch' }
            ? boolean
            : string;

export function section<const Fields extends Readonly<Record<string, SettingShape>>>(fields: Fields) {
  return { kind: 'section', fields } as const;
}
