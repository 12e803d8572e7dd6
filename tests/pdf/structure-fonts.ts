import { stepsOf } from './file/content.js';
import { toUnicode } from './file/encoding.js';
import type { PdfFile } from './file/file.js';
import { nameOf, PdfString, type Value } from './file/objects.js';

/** Every font is embedded, and every glyph that is shown has a meaning. */
export function checkFonts(file: PdfFile): string[] {
  const problems = new Set<string>();
  for (const page of file.pages) {
    const resources = file.dictionary(file.dictionary(page).Resources);
    const fonts = resources.Font === undefined ? {} : file.dictionary(resources.Font);
    for (const [name, font] of Object.entries(fonts))
      for (const problem of fontProblems(file, name, font)) problems.add(problem);
    for (const step of stepsOf(file.content(page))) {
      if (step.operator !== 'Tj' && step.operator !== 'TJ') continue;
      const meanings = toUnicode(file, fonts[step.font ?? '']);
      for (const code of codesOf(step.operands)) {
        if (code === 0) problems.add(`font ${step.font}: .notdef is shown`);
        else if (!meanings.get(code)) problems.add(`font ${step.font}: glyph ${code} means nothing`);
      }
    }
  }
  return [...problems];
}

function fontProblems(file: PdfFile, name: string, value: Value): string[] {
  const font = file.dictionary(value);
  if (font.ToUnicode === undefined) return [`font ${name} has no ToUnicode`];
  const [descendant] = file.array(font.DescendantFonts);
  const descriptor = file.dictionary(file.dictionary(descendant).FontDescriptor);
  const embedded = descriptor.FontFile2 ?? descriptor.FontFile3;
  if (embedded === undefined) return [`font ${name} is not embedded`];
  const problems: string[] = [];
  if (!/^[A-Z]{6}\+/.test(nameOf(font.BaseFont) ?? '')) problems.push(`font ${name} is no subset`);
  if (descriptor.FontFile2 !== undefined && file.dictionary(embedded).Length1 !== file.data(embedded).length) {
    problems.push(`font ${name}: Length1 is wrong`);
  }
  return problems;
}

/** The codes that a text-showing operator shows; all fonts here have two bytes a code. */
export function codesOf(operands: readonly Value[]): number[] {
  const strings = operands.flat().filter((part) => part instanceof PdfString);
  return strings.flatMap(({ bytes }) =>
    Array.from({ length: bytes.length / 2 }, (_, at) => (bytes.charCodeAt(at * 2) << 8) | bytes.charCodeAt(at * 2 + 1)),
  );
}
