/** What of a copy says how it reaches its reader, and is nobody else's business. */

/** Fields of `distribution[]` that are printed nowhere, and that the brief inside a document does not have. */
const DELIVERY_FIELDS: readonly string[] = ['clearance', 'groups', 'language', 'email', 'printer'];

/** A brief without the addresses of its readers: what it makes is the same. */
export function withoutDelivery<T>(brief: T): T {
  if (typeof brief !== 'object' || brief === null || !('distribution' in brief)) return brief;
  const { distribution } = brief;
  return Array.isArray(distribution) ? { ...brief, distribution: distribution.map(withoutAddress) } : brief;
}

function withoutAddress(copy: unknown): unknown {
  if (typeof copy !== 'object' || copy === null) return copy;
  return Object.fromEntries(Object.entries(copy).filter(([name]) => !DELIVERY_FIELDS.includes(name)));
}
