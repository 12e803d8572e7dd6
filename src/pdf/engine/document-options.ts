import type { DocumentInfo } from '../../layout/definition.js';
import { pdfVersion, type Standard } from '../document/standard.js';
import type { EngineDocumentOptions } from './pdfkit-shapes.js';

export const PRODUCER = 'Briefpress';

interface Setting {
  readonly size: readonly [number, number];
  readonly lang: string;
  readonly info: DocumentInfo;
  readonly standard: Standard;
}

/** How pdfkit's document is to be begun. */
export function documentOptions(setting: Setting): EngineDocumentOptions {
  const { info } = setting;
  const created = new Date(info.created);
  return {
    size: setting.size,
    pdfVersion: '1.7',
    fileVersion: pdfVersion(setting.standard),
    compress: true,
    lang: setting.lang,
    displayTitle: true,
    // shared-fonts.ts has one for all documents.
    fontLayoutCache: false,
    bufferPages: false,
    autoFirstPage: false,
    font: null,
    info: {
      Title: info.title,
      ...(info.author === null ? {} : { Author: info.author }),
      ...(info.subject === null ? {} : { Subject: info.subject }),
      ...(info.keywords.length === 0 ? {} : { Keywords: info.keywords.join(', ') }),
      Creator: info.creator,
      Producer: PRODUCER,
      CreationDate: created,
      ModDate: created,
    },
  };
}
