/** A PDF object that is being written. */
export interface EngineRef {
  readonly id: number;
  buffer: readonly Uint8Array[];
  data: Record<string, unknown>;
  compress: boolean;
  write(chunk: Uint8Array | string): void;
  end(chunk?: Uint8Array | string): void;
  finalize(): void;
}
