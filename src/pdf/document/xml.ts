/** Pieces of the metadata packet, which is RDF in XML. */

export function description(prefix: string, namespace: string, inner: string): string {
  return `<rdf:Description rdf:about="" xmlns:${prefix}="${namespace}">${inner}</rdf:Description>`;
}

export function tag(name: string, text: string): string {
  return `<${name}>${escapeXml(text)}</${name}>`;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Also drops the control characters that XML 1.0 cannot hold. */
export function escapeXml(text: string): string {
  return text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replace(/[&<>"]/g, (char) => ENTITIES[char] ?? char);
}
