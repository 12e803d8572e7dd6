import type { Diagnostic, Place } from '../diagnostic.js';

/**
 * Workflow commands, which GitHub turns into annotations
 * (https://docs.github.com/actions/reference/workflow-commands-for-github-actions).
 */
export function printGithub(diagnostics: readonly Diagnostic[]): string {
  return diagnostics.map((diagnostic) => `${command(diagnostic)}\n`).join('');
}

const COMMANDS = { error: 'error', warning: 'warning', info: 'notice' } as const;

function command({ severity, code, message, place, hints }: Diagnostic): string {
  const properties = [...(place ? placeProperties(place) : []), ['title', code]];
  const list = properties.map(([name, value]) => `${name}=${escapeProperty(value ?? '')}`).join(',');
  return `::${COMMANDS[severity]} ${list}::${escapeData([message, ...hints].join('\n'))}`;
}

/** GitHub takes columns only where both ends are in one line. */
function placeProperties({ file, line, column, endLine, endColumn }: Place): string[][] {
  const lines = [
    ['file', file],
    ['line', String(line)],
    ['endLine', String(endLine)],
  ];
  return line === endLine ? [...lines, ['col', String(column)], ['endColumn', String(endColumn)]] : lines;
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
