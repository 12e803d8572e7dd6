/** The validators that scripts/compile-schema.mjs makes from the schema. */

/** One error of ajv (https://ajv.js.org/api.html#error-objects), without the verbose parts. */
export interface ShapeError {
  /** JSON Pointer to the value. */
  readonly instancePath: string;
  /** Pointer to the keyword in the schema. */
  readonly schemaPath: string;
  readonly keyword: string;
  readonly params: {
    readonly missingProperty?: string;
    readonly additionalProperty?: string;
    readonly allowedValue?: unknown;
    readonly limit?: number;
  };
}

export interface Validator {
  (value: unknown): boolean;
  errors?: readonly ShapeError[] | null;
}

export const validateBrief: Validator;
export const validateSource: Validator;
