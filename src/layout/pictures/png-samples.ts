import { Zlib } from 'fflate';
import type { PngHeader, PngRow } from './png-rows.js';

/** The samples of a row as bytes, with the transparency separate. */
export interface RowSamples {
  /** Grey, RGB, or indexes into the palette. */
  readonly colours: Uint8Array;
  /** 0 is transparent, 255 opaque. */
  readonly alpha: Uint8Array;
}

/** Splits an unfiltered row into colours and transparency. */
export function rowSamples(
  header: PngHeader,
  row: Uint8Array,
  columns: number,
  transparency: Uint8Array | null,
): RowSamples {
  const { channels, depth, indexed, hasAlpha } = header;
  const inks = hasAlpha ? channels - 1 : channels;
  const colours = new Uint8Array(columns * inks);
  const alpha = new Uint8Array(columns).fill(255);
  const key = transparency === null || indexed ? null : keyOf(transparency, channels);
  for (let column = 0; column < columns; column++) {
    let isKey = key !== null;
    for (let channel = 0; channel < channels; channel++) {
      const value = sample(row, column * channels + channel, depth);
      if (key !== null && value !== key[channel]) isKey = false;
      const byte = indexed ? value : asByte(value, depth);
      if (channel < inks) colours[column * inks + channel] = byte;
      else alpha[column] = byte;
      if (indexed && transparency !== null) alpha[column] = transparency[value] ?? 255;
    }
    if (isKey) alpha[column] = 0;
  }
  return { colours, alpha };
}

/** The single transparent colour of a `tRNS` chunk, two bytes per sample. */
function keyOf(transparency: Uint8Array, channels: number): number[] {
  return Array.from({ length: channels }, (_, channel) => sample(transparency, channel, 16));
}

function sample(row: Uint8Array, index: number, depth: number): number {
  if (depth === 8) return row[index] ?? 0;
  if (depth === 16) return ((row[index * 2] ?? 0) << 8) | (row[index * 2 + 1] ?? 0);
  const bit = index * depth;
  return ((row[bit >> 3] ?? 0) >> (8 - depth - (bit & 7))) & ((1 << depth) - 1);
}

/** Scales grey of fewer than 8 bits and samples of 16 bits to a byte. */
function asByte(value: number, depth: number): number {
  if (depth === 8) return value;
  return depth === 16 ? value >> 8 : (value * 255) / ((1 << depth) - 1);
}

/** Collects the samples of the rows. */
export interface SampleSink {
  add(samples: RowSamples, place: PngRow): void;
  finish(): { readonly colours: Uint8Array; readonly alpha: Uint8Array };
}

/** Rows that come in order are compressed at once, so only one is in memory. */
export function packedRows(): SampleSink {
  const colours = new Packer();
  const alpha = new Packer();
  return {
    add: (samples) => {
      colours.add(samples.colours);
      alpha.add(samples.alpha);
    },
    finish: () => ({ colours: colours.finish(), alpha: alpha.finish() }),
  };
}

/** Interlaced rows are assembled into the whole picture before it is compressed. */
export function gatheredRows({ width, height, channels, hasAlpha }: PngHeader): SampleSink {
  const inks = hasAlpha ? channels - 1 : channels;
  const whole = { colours: new Uint8Array(width * height * inks), alpha: new Uint8Array(width * height) };
  return {
    add: (samples, { y, left, step, columns }) => {
      for (let column = 0; column < columns; column++) {
        const pixel = y * width + left + column * step;
        whole.alpha[pixel] = samples.alpha[column] ?? 0;
        for (let ink = 0; ink < inks; ink++) {
          whole.colours[pixel * inks + ink] = samples.colours[column * inks + ink] ?? 0;
        }
      }
    },
    finish: () => ({ colours: packedWhole(whole.colours), alpha: packedWhole(whole.alpha) }),
  };
}

function packedWhole(bytes: Uint8Array): Uint8Array {
  const packer = new Packer();
  const piece = 1 << 16;
  for (let at = 0; at < bytes.length; at += piece) packer.add(bytes.subarray(at, at + piece));
  return packer.finish();
}

/** Level 6 is within a few per cent of the smallest size; level 9 takes 1.5 times as long. */
const LEVEL = 6;

/** Compresses bytes as they arrive (RFC 1950), to the same bytes on every machine. */
export class Packer {
  private readonly pieces: Uint8Array[] = [];
  private readonly zlib = new Zlib({ level: LEVEL }, (piece) => this.pieces.push(piece));

  add(bytes: Uint8Array): void {
    this.zlib.push(bytes);
  }

  finish(): Uint8Array {
    this.zlib.push(new Uint8Array(), true);
    const packed = new Uint8Array(this.pieces.reduce((sum, piece) => sum + piece.length, 0));
    let at = 0;
    for (const piece of this.pieces) {
      packed.set(piece, at);
      at += piece.length;
    }
    return packed;
  }
}
