import { tag } from './xml.js';

/** A metadata schema that PDF/A does not define. */
export interface ExtensionSchema {
  readonly title: string;
  readonly namespace: string;
  readonly prefix: string;
  readonly properties: readonly {
    readonly name: string;
    readonly valueType: 'Text' | 'Integer' | 'Date';
    /** `internal`: programs that edit the file keep it up to date; `external`: a person entered it. */
    readonly category: 'internal' | 'external';
    readonly description: string;
  }[];
}

/** PDF/UA's own mark (ISO 14289-1, 5). */
export const PDFUA_SCHEMA: ExtensionSchema = {
  title: 'PDF/UA identification schema',
  namespace: 'http://www.aiim.org/pdfua/ns/id/',
  prefix: 'pdfuaid',
  properties: [
    {
      name: 'part',
      valueType: 'Integer',
      category: 'internal',
      description: 'Part of ISO 14289 this file conforms to',
    },
  ],
};

const NAMESPACES = [
  'xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"',
  'xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"',
  'xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#"',
];

/** PDF/A-3, 6.6.2.3: schemas that it does not define are described in the file itself. */
export function extensionSchemas(schemas: readonly ExtensionSchema[]): string {
  const described = schemas.map((schema) => resource(schemaParts(schema))).join('');
  const list = `<pdfaExtension:schemas><rdf:Bag>${described}</rdf:Bag></pdfaExtension:schemas>`;
  return `<rdf:Description rdf:about="" ${NAMESPACES.join(' ')}>${list}</rdf:Description>`;
}

function schemaParts({ title, namespace, prefix, properties }: ExtensionSchema): string {
  const described = properties.map(
    ({ name, valueType, category, description }) =>
      tag('pdfaProperty:name', name) +
      tag('pdfaProperty:valueType', valueType) +
      tag('pdfaProperty:category', category) +
      tag('pdfaProperty:description', description),
  );
  return (
    tag('pdfaSchema:schema', title) +
    tag('pdfaSchema:namespaceURI', namespace) +
    tag('pdfaSchema:prefix', prefix) +
    `<pdfaSchema:property><rdf:Seq>${described.map(resource).join('')}</rdf:Seq></pdfaSchema:property>`
  );
}

function resource(inner: string): string {
  return `<rdf:li rdf:parseType="Resource">${inner}</rdf:li>`;
}
