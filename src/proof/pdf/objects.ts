/** PDF objects as they stand in a file (ISO 32000-1, 7.3). Bytes are characters below 256. */
export type PdfValue =
  | number
  | boolean
  | null
  | PdfName
  | PdfString
  | PdfReference
  | PdfStream
  | PdfValue[]
  | PdfDictionary;

export class PdfName {
  constructor(readonly text: string) {}
}

export class PdfString {
  constructor(readonly bytes: string) {}
}

export class PdfReference {
  constructor(readonly id: number) {}
}

export class PdfDictionary {
  constructor(
    readonly entries: ReadonlyMap<string, PdfValue>,
    /** Whether every reader reads the same in it: no key comes twice, and nothing stands in it but keys and values. */
    readonly isSound = true,
  ) {}

  get(key: string): PdfValue {
    return this.entries.get(key) ?? null;
  }
}

export class PdfStream {
  constructor(
    readonly dictionary: PdfDictionary,
    /** As they stand in the file. */
    readonly data: string,
  ) {}
}

/** An operator of a content stream, or a keyword that is not an object: `obj`, `endobj`. */
export class PdfWord {
  constructor(readonly text: string) {}
}
