/** The first words of a text, cut between two of them, in at most `length` characters and an ellipsis. */
export function shortened(words: string, length: number): string {
  if (words.length <= length) return words.replace(/(?<![.!?…])\.$/, '');
  const cut = words.slice(0, length);
  const end = cut.lastIndexOf(' ');
  return `${cut.slice(0, end > length / 2 ? end : length).replace(/[\s,;:–—-]+$/, '')} …`;
}
