import { fieldReference, nearestPath } from '../../../brief/reference.js';
import { error, meantHint } from '../../../diagnostics/diagnostic.js';
import { type CommandContext, EXIT, type ExitCode } from '../../context.js';
import { report } from '../../report.js';
import { withProgram } from '../../started-as.js';
import { briefText, fieldText } from './field-text.js';
import { schemaText } from './schema-text.js';

/** `briefpress schema`: the JSON Schema; with a field, what there is to say of it. */
export function runSchema(path: string | undefined, context: CommandContext): ExitCode {
  const { streams, program } = context;
  if (path === undefined) {
    streams.stdout.write(schemaText());
    return EXIT.done;
  }
  const field = fieldReference(path);
  const text = path === 'brief' ? briefText() : field && fieldText(field);
  if (text === null) {
    const near = nearestPath(path);
    const hint = near === null ? '`briefpress schema brief` lists every part of a brief.' : meantHint(near);
    report([error('config-invalid', `A brief has no field \`${path}\`.`, { hints: [hint] })], 'pretty', context);
    return EXIT.trouble;
  }
  streams.stdout.write(withProgram(text, program));
  return EXIT.done;
}
