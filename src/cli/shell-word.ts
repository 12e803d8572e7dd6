/**
 * A word as it is pasted into a shell. Single quotes hold everything in bash, zsh, fish and PowerShell but a single quote
 * itself; a name that would be taken for an option gets a path in front of it.
 */
export function shellWord(word: string): string {
  const safe = word.startsWith('-') ? `./${word}` : word;
  return /^[\p{L}\p{N}_./\\:@%+=,-]+$/u.test(safe) ? safe : `'${safe.replaceAll("'", String.raw`'\''`)}'`;
}
