import type { EngineDocument, EngineRef } from '../engine/pdfkit-shapes.js';
import { pdfBytes } from './strings.js';

/** Objects in one object stream. */
const STREAM_LENGTH = 200;
const FIELD_WIDTHS = [1, 4, 2] as const;
const ROW = FIELD_WIDTHS[0] + FIELD_WIDTHS[1] + FIELD_WIDTHS[2];

type Document = Pick<EngineDocument, 'ref' | '_offset' | '_offsets' | '_root' | '_info'>;

/**
 * Object streams and the cross-reference stream (ISO 32000-1, 7.5.7 and 7.5.8): a structure tree is thousands of small
 * objects, and compressed together they take a fifth of the room.
 */
export class ObjectStreams {
  private pending: { id: number; text: string }[] = [];
  /** By object: its stream and its index in it. */
  private readonly places = new Map<number, { stream: number; index: number }>();
  private readonly unused = new Set<number>();

  /** `hasInfo`: whether there is a dictionary of properties; in PDF/A-4, only XMP has them. */
  constructor(
    private readonly document: Document,
    readonly hasInfo: boolean,
  ) {}

  add(id: number, text: string): void {
    this.pending.push({ id, text });
    if (this.pending.length >= STREAM_LENGTH) this.flush();
  }

  /** Leaves an object out of the file. */
  leaveOut(id: number): void {
    this.unused.add(id);
  }

  flush(): void {
    if (this.pending.length === 0) return;
    const objects = this.pending;
    this.pending = [];
    const head: number[] = [];
    let body = '';
    for (const { id, text } of objects) {
      head.push(id, body.length);
      body += `${text}\n`;
    }
    const index = `${head.join(' ')}\n`;
    const stream = this.document.ref({ Type: 'ObjStm', N: objects.length, First: index.length });
    objects.forEach(({ id }, at) => {
      this.places.set(id, { stream: stream.id, index: at });
    });
    stream.end(latin1(index + body));
  }

  /** Writes the cross-reference stream; returns its offset. */
  writeCrossReferences(fileId: Uint8Array): number {
    const { document } = this;
    const start = document._offset;
    const stream = document.ref({ Type: 'XRef', W: [...FIELD_WIDTHS], Root: document._root });
    if (this.hasInfo) stream.data.Info = document._info;
    const size = stream.id + 1;
    stream.data.Size = size;
    stream.data.ID = [pdfBytes(fileId), pdfBytes(fileId)];
    stream.end(this.table(size, new Map([[stream.id, start]])));
    return start;
  }

  /** The rows of the cross-reference stream for all objects below `size`; `places`: of those that are not written yet. */
  table(size: number, places: ReadonlyMap<number, number>): Uint8Array {
    const table = new DataView(new ArrayBuffer(size * ROW));
    table.setUint16(5, 0xffff);
    // The objects that are not there are a list, from each to the next (ISO 32000-1, 7.5.8.3).
    const free = [0, ...this.unused, 0];
    free.slice(0, -1).forEach((id, at) => {
      table.setUint32(id * ROW + 1, free[at + 1] ?? 0);
    });
    for (let id = 1; id < size; id++) {
      if (this.unused.has(id)) continue;
      const place = this.places.get(id);
      table.setUint8(id * ROW, place === undefined ? 1 : 2);
      const offset = places.get(id) ?? this.document._offsets[id - 1] ?? 0;
      table.setUint32(id * ROW + 1, place === undefined ? offset : place.stream);
      table.setUint16(id * ROW + 5, place?.index ?? 0);
    }
    return new Uint8Array(table.buffer);
  }
}

/** Whether an object may be in an object stream: one without a stream of its own. */
export function isPlain(ref: EngineRef): boolean {
  return ref.buffer.length === 0 && ref.data?.Type !== 'ObjStm' && ref.data?.Type !== 'XRef';
}

/** pdfkit keeps bytes as characters below 256. */
function latin1(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
  return bytes;
}
