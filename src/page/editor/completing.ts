/** What can be written at the cursor, as the server knows it from the format and from the brief. */
import type { CompletionContext, CompletionResult } from '@codemirror/autocomplete';
import type { CompleteRequest, Completion } from '../../preview/protocol-editing.js';
import { addressOf, send } from '../address.js';

export function completeField(brief: string) {
  return async (context: CompletionContext): Promise<CompletionResult | null> => {
    const line = context.state.doc.lineAt(context.pos);
    const before = line.text.slice(0, context.pos - line.from);
    // Within a sentence nobody wants words offered.
    if (!context.explicit && !/(?:^\s*(?:- )*[\w-]*|[:[,]\s+[\w-]*|@[\w-]*)$/.test(before)) return null;
    const asked: CompleteRequest = { brief, text: context.state.doc.toString(), offset: context.pos };
    const { from, to, options } = await send<Completion>('POST', addressOf('complete'), asked);
    if (context.aborted || options.length === 0) return null;
    return {
      from,
      to,
      options: options.map(({ label, apply, kind, detail, info }) => ({
        label,
        type: kind,
        ...(apply !== undefined && { apply }),
        ...(detail !== undefined && { detail }),
        ...(info !== undefined && { info }),
      })),
      validFor: /^[\w-]*$/,
    };
  };
}
