import { PdfName, PdfStream } from '../proof/pdf/objects.js';
import { pageText } from '../proof/pdf/page-text.js';
import { PdfFile } from '../proof/pdf/pdf-file.js';
import { attachedFiles } from './attachments.js';

/** More differences than these are not read. */
const MOST = 20;

/**
 * What differs between a PDF and the one that was made again from the brief in it, in words; empty when every byte is
 * the same. What has no words of its own is named by where the bytes part.
 */
export function compareDocuments(found: Uint8Array, made: Uint8Array): readonly string[] {
  if (Buffer.compare(found, made) === 0) return [];
  const [there, again] = [new PdfFile(found), new PdfFile(made)];
  const words = [...pageDifferences(there, again), ...attachmentDifferences(there, again), ...metadata(there, again)];
  return words.length > 0 ? words.slice(0, MOST) : [bytesPart(found, made)];
}

function pageDifferences(found: PdfFile, made: PdfFile): string[] {
  const [there, again] = [textsOf(found), textsOf(made)];
  const count = there.length === again.length ? [] : [`It has ${there.length} pages and should have ${again.length}.`];
  const pages = again.flatMap((text, index) =>
    index >= there.length || text === there[index] ? [] : [`The text of page ${index + 1} was changed.`],
  );
  return [...count, ...pages];
}

function textsOf(file: PdfFile): string[] {
  return file.pages().map((page) => pageText(file, page));
}

function attachmentDifferences(found: PdfFile, made: PdfFile): string[] {
  const [there, again] = [attachedFiles(found), attachedFiles(made)];
  const changed = again.flatMap(({ name, bytes }) => {
    const same = there.find((each) => each.name === name);
    if (same === undefined) return [`The attachment ${name} is missing.`];
    return Buffer.compare(same.bytes, bytes) === 0 ? [] : [`The attachment ${name} was changed.`];
  });
  const added = there.filter(({ name }) => !again.some((each) => each.name === name));
  return [...changed, ...added.map(({ name }) => `The attachment ${name} was added.`)];
}

function metadata(found: PdfFile, made: PdfFile): string[] {
  return metadataOf(found) === metadataOf(made) ? [] : ['The metadata was changed.'];
}

function metadataOf(file: PdfFile): string {
  const streams = [...file.objects.values()].filter((object) => object instanceof PdfStream);
  const packets = streams.filter(({ dictionary }) => {
    const type = dictionary.get('Type');
    return type instanceof PdfName && type.text === 'Metadata';
  });
  return packets.map((packet) => file.data(packet)).join('\n');
}

function bytesPart(found: Uint8Array, made: Uint8Array): string {
  const length = Math.min(found.length, made.length);
  let at = 0;
  while (at < length && found[at] === made[at]) at++;
  const sizes = found.length === made.length ? '' : ` It has ${found.length} bytes and should have ${made.length}.`;
  return `The bytes differ from byte ${at + 1} on, in something that is neither text, nor attachment, nor metadata.${sizes}`;
}
