/** A title within a sentence: what is written in capitals stays so. */
export function lower(title: string): string {
  return /^\p{Lu}\p{Ll}/u.test(title) ? title[0]?.toLowerCase() + title.slice(1) : title;
}
