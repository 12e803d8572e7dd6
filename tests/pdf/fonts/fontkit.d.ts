/** fontkit 2.0.4, as far as these tests need it. */
declare module 'fontkit' {
  export function open(file: string): Promise<unknown>;
  export function create(bytes: Uint8Array): {
    readonly characterSet: number[];
    hasGlyphForCodePoint(codePoint: number): boolean;
  };
}
