import type { DocumentInfo } from '../../layout/definition.js';

/** What XMP and the Info dictionary both say; PDF/A-3, 6.6.3 wants them equal. */
export interface Statement {
  readonly info: DocumentInfo;
  readonly lang: string;
  readonly producer: string;
  readonly created: Date;
}

/** The metadata packet: both standards declared, Dublin Core, dates. ISO 16684-1; PDF/A-3, 6.6. */
export function xmpPacket(statement: Statement): string {
  const parts = [
    dublinCore(statement),
    basics(statement),
    description('pdfaid', 'http://www.aiim.org/pdfa/ns/id/', tag('pdfaid:part', '3') + tag('pdfaid:conformance', 'A')),
    description('pdfuaid', 'http://www.aiim.org/pdfua/ns/id/', tag('pdfuaid:part', '1')),
    EXTENSION_SCHEMAS,
  ];
  return `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
${parts.join('\n')}
</rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>`;
}

/** `YYYY-MM-DDThh:mm:ssZ` */
export function xmpDate(date: Date): string {
  return `${date.toISOString().slice(0, 19)}Z`;
}

function dublinCore({ info, lang }: Statement): string {
  const author = info.author === null ? '' : container('dc:creator', 'Seq', [info.author]);
  const subject = info.subject === null ? '' : alternative('dc:description', info.subject);
  const keywords = info.keywords.length === 0 ? '' : container('dc:subject', 'Bag', info.keywords);
  return description(
    'dc',
    'http://purl.org/dc/elements/1.1/',
    tag('dc:format', 'application/pdf') +
      alternative('dc:title', info.title) +
      author +
      subject +
      keywords +
      container('dc:language', 'Bag', [lang]),
  );
}

function basics({ info, producer, created }: Statement): string {
  const date = xmpDate(created);
  const dates = tag('xmp:CreateDate', date) + tag('xmp:ModifyDate', date);
  const keywords = info.keywords.length === 0 ? '' : tag('pdf:Keywords', info.keywords.join(', '));
  return [
    description('xmp', 'http://ns.adobe.com/xap/1.0/', tag('xmp:CreatorTool', info.creator) + dates),
    description('pdf', 'http://ns.adobe.com/pdf/1.3/', tag('pdf:Producer', producer) + keywords),
  ].join('\n');
}

function description(prefix: string, namespace: string, inner: string): string {
  return `<rdf:Description rdf:about="" xmlns:${prefix}="${namespace}">${inner}</rdf:Description>`;
}

function tag(name: string, text: string): string {
  return `<${name}>${escapeXml(text)}</${name}>`;
}

function alternative(name: string, text: string): string {
  return `<${name}><rdf:Alt><rdf:li xml:lang="x-default">${escapeXml(text)}</rdf:li></rdf:Alt></${name}>`;
}

function container(name: string, kind: 'Bag' | 'Seq', items: readonly string[]): string {
  const entries = items.map((item) => `<rdf:li>${escapeXml(item)}</rdf:li>`).join('');
  return `<${name}><rdf:${kind}>${entries}</rdf:${kind}></${name}>`;
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Also drops the control characters that XML 1.0 cannot hold. */
function escapeXml(text: string): string {
  return text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replace(/[&<>"]/g, (char) => ENTITIES[char] ?? char);
}

/** PDF/A-3, 6.6.2.3: a schema that it does not know (PDF/UA's own mark is one) is described in the file itself. */
const EXTENSION_SCHEMAS = `<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" \
xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">\
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">\
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>\
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>\
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">\
<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>\
<pdfaProperty:category>internal</pdfaProperty:category>\
<pdfaProperty:description>Part of ISO 14289 this file conforms to</pdfaProperty:description>\
</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>`;
