/** A text string of a PDF (ISO 32000-1, 7.9.2): UTF-16 or UTF-8 by its mark, else PDFDocEncoding, read as Latin-1. */
export function textOfBytes(bytes: string): string {
  const buffer = Buffer.from(bytes, 'latin1');
  if (bytes.startsWith('\xfe\xff')) {
    return buffer
      .subarray(2, buffer.length - (buffer.length % 2))
      .swap16()
      .toString('utf16le');
  }
  if (bytes.startsWith('\xff\xfe')) return buffer.subarray(2).toString('utf16le');
  return bytes.startsWith('\xef\xbb\xbf') ? buffer.subarray(3).toString('utf8') : bytes;
}
