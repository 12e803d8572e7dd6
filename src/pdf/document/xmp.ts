import type { DocumentInfo } from '../../layout/definition.js';
import { briefFields, briefSchema } from './brief-schema.js';
import { extensionSchemas, PDFUA_SCHEMA } from './extension-schemas.js';
import type { Standard } from './standard.js';
import { description, escapeXml, tag } from './xml.js';

/** What both XMP and, where there is one, the Info dictionary say; PDF/A-3, 6.6.3 requires them to be equal. */
export interface Statement {
  readonly info: DocumentInfo;
  readonly lang: string;
  readonly producer: string;
  readonly created: Date;
  readonly standard: Standard;
  /** Whether there are files inside the file. */
  readonly holdsFiles: boolean;
}

/** The metadata packet: both standards declared, Dublin Core, dates. ISO 16684-1; PDF/A-3, 6.6; PDF/A-4, 6.7. */
export function xmpPacket(statement: Statement): string {
  const { fields = [] } = statement.info;
  const parts = [
    dublinCore(statement),
    basics(statement),
    ...identification(statement),
    briefFields(fields),
    // PDF/A-4 asks for no description of schemas any more.
    ...(statement.standard === 'ua1' ? [extensionSchemas([PDFUA_SCHEMA, ...briefSchema(fields)])] : []),
  ].filter((part) => part !== '');
  return `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
${parts.join('\n')}
</rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>`;
}

/** PDF/A-3, 6.6.4 and PDF/UA-1, 5; PDF/A-4, 6.7.3 and PDF/UA-2, 5, which name the year of the standard. */
function identification({ standard, holdsFiles }: Statement): string[] {
  const archival =
    standard === 'ua1'
      ? tag('pdfaid:part', '3') + tag('pdfaid:conformance', 'A')
      : tag('pdfaid:part', '4') + tag('pdfaid:rev', '2020') + (holdsFiles ? tag('pdfaid:conformance', 'F') : '');
  const accessible =
    standard === 'ua1' ? tag('pdfuaid:part', '1') : tag('pdfuaid:part', '2') + tag('pdfuaid:rev', '2024');
  return [
    description('pdfaid', 'http://www.aiim.org/pdfa/ns/id/', archival),
    description('pdfuaid', 'http://www.aiim.org/pdfua/ns/id/', accessible),
  ];
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
