/**
 * The TypeScript type of what a schema accepts, for the part of JSON Schema that the brief uses: `$ref` to a definition,
 * `const`, `enum`, one type or several, lists, closed objects, maps of strings. Conditions (`if`/`then`) do not change a
 * type. It is written out because a general derivation of a schema of this size is too deep for the compiler.
 */
export type TypeOf<S, D> = S extends { readonly if: { readonly type: 'null' }; readonly else: infer Otherwise }
  ? TypeOf<Otherwise, D> | null
  : S extends { readonly $ref: `#/$defs/${infer Name}` }
    ? Name extends keyof D
      ? TypeOf<D[Name], D>
      : never
    : S extends { readonly const: infer C }
      ? C
      : S extends { readonly enum: readonly (infer E)[] }
        ? E
        : S extends { readonly type: readonly (infer T)[] }
          ? T extends string
            ? OfType<S, T, D>
            : never
          : S extends { readonly type: infer T extends string }
            ? OfType<S, T, D>
            : never;

type OfType<S, T extends string, D> = T extends 'string'
  ? string
  : T extends 'integer' | 'number'
    ? number
    : T extends 'boolean'
      ? boolean
      : T extends 'null'
        ? null
        : T extends 'array'
          ? S extends { readonly items: infer Item }
            ? readonly TypeOf<Item, D>[]
            : never
          : S extends { readonly properties: infer P }
            ? ObjectOf<P, S extends { readonly required: readonly (infer R)[] } ? R : never, D>
            : { readonly [key: string]: string };

type ObjectOf<P, Required, D> = {
  readonly [K in keyof P as K extends Required ? K : never]: TypeOf<P[K], D>;
} & {
  readonly [K in keyof P as K extends Required ? never : K]?: TypeOf<P[K], D>;
} extends infer O
  ? { readonly [K in keyof O]: O[K] }
  : never;
