import { DIAGNOSTIC_CODES } from '../codes.js';
import type { Diagnostic, Place } from '../diagnostic.js';
import { EXPLANATIONS } from '../explanations/every-code.js';

const LEVELS = { error: 'error', warning: 'warning', info: 'note' } as const;

/** SARIF 2.1.0 (https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html). */
export function printSarif(diagnostics: readonly Diagnostic[], version: string): string {
  const used = DIAGNOSTIC_CODES.filter((code) => diagnostics.some((diagnostic) => diagnostic.code === code));
  const log = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'briefpress', version, rules: used.map(rule) } },
        columnKind: 'utf16CodeUnits',
        results: diagnostics.map((diagnostic) => result(diagnostic, used.indexOf(diagnostic.code))),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function rule(code: Diagnostic['code']) {
  const { means, mend } = EXPLANATIONS[code];
  return {
    id: code,
    shortDescription: { text: means },
    help: { text: mend, markdown: mend },
  };
}

function result({ severity, code, message, place, hints }: Diagnostic, ruleIndex: number) {
  return {
    ruleId: code,
    ruleIndex,
    level: LEVELS[severity],
    message: { text: [message, ...hints].join('\n') },
    ...(place ? { locations: [{ physicalLocation: physicalLocation(place) }] } : {}),
  };
}

function physicalLocation({ file, line, column, endLine, endColumn }: Place) {
  return {
    artifactLocation: { uri: uriOf(file) },
    region: { startLine: line, startColumn: column, endLine, endColumn },
  };
}

/** A relative path stays relative, so that the reader's own root applies; an absolute one becomes a `file:` address. */
function uriOf(file: string): string {
  const path = file.replaceAll('\\', '/').replace(/\p{Cs}/gu, '\uFFFD');
  const encoded = path.split('/').map(encodeURIComponent).join('/');
  if (/^[A-Za-z]:\//.test(path)) return `file:///${encoded.replace('%3A', ':')}`;
  return path.startsWith('/') ? `file://${encoded}` : encoded;
}
