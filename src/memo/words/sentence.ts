/** The full stops of Latin, Chinese, Devanagari, Arabic, Armenian and Ethiopic, and quotation marks or brackets behind them. */
const END = /[.!?…。！？｡।۔؟։።][\p{Pf}\p{Pe}"'“”]*$/u;

/** Whether a text ends as a sentence does: it needs no full stop of ours. */
export function endsSentence(text: string): boolean {
  return END.test(text.trimEnd());
}

export function asSentence(text: string): string {
  return endsSentence(text) ? text : `${text}.`;
}
