import type { DocumentInfo } from '../../layout/definition.js';
import { briefFields, briefSchema } from './brief-schema.js';
import { extensionSchemas, PDFUA_SCHEMA } from './extension-schemas.js';
import { description, escapeXml, tag } from './xml.js';

/** What both XMP and the Info dictionary say; PDF/A-3, 6.6.3 requires them to be equal. */
export interface Statement {
  readonly info: DocumentInfo;
  readonly lang: string;
  readonly producer: string;
  readonly created: Date;
}

/** The metadata packet: both standards declared, Dublin Core, dates. ISO 16684-1; PDF/A-3, 6.6. */
export function xmpPacket(statement: Statement): string {
  const { fields = [] } = statement.info;
  const parts = [
    dublinCore(statement),
    basics(statement),
    description('pdfaid', 'http://www.aiim.org/pdfa/ns/id/', tag('pdfaid:part', '3') + tag('pdfaid:conformance', 'A')),
    description('pdfuaid', 'http://www.aiim.org/pdfua/ns/id/', tag('pdfuaid:part', '1')),
    briefFields(fields),
    extensionSchemas([PDFUA_SCHEMA, ...briefSchema(fields)]),
  ].filter((part) => part !== '');
  return `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
${parts.join('\n')}
</rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>`;
}

/** `YYYY-MM-DDThh:mm:ssZ` */
function xmpDate(date: Date): string {
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

function alternative(name: string, text: string): string {
  return `<${name}><rdf:Alt><rdf:li xml:lang="x-default">${escapeXml(text)}</rdf:li></rdf:Alt></${name}>`;
}

function container(name: string, kind: 'Bag' | 'Seq', items: readonly string[]): string {
  const entries = items.map((item) => `<rdf:li>${escapeXml(item)}</rdf:li>`).join('');
  return `<${name}><rdf:${kind}>${entries}</rdf:${kind}></${name}>`;
}
