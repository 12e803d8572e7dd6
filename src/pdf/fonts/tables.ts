const HEADER = 12;
const RECORD = 16;

/** The offset of a table of a font file, by its tag (OpenType 1.9, “Table Directory”). Throws if the file is truncated. */
export function tableOf(file: DataView, tag: string): number | null {
  return extentOf(file, tag)?.[0] ?? null;
}

/** Where a table begins and where it ends. Throws if the file is truncated. */
export function extentOf(file: DataView, tag: string): readonly [start: number, end: number] | null {
  for (let index = 0; index < file.getUint16(4); index++) {
    const record = HEADER + index * RECORD;
    if ([...tag].every((letter, at) => file.getUint8(record + at) === letter.charCodeAt(0))) {
      const start = file.getUint32(record + 8);
      return [start, start + file.getUint32(record + 12)];
    }
  }
  return null;
}
