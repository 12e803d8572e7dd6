import { describe, expect, it } from 'vitest';
import type { PrintDefinition } from '../../src/layout/definition.js';
import { readyDefinition } from '../../src/pdf/render.js';
import { withSpace } from '../layout/with-space.js';
import { rendered } from './rendered.js';
import { testResources } from './resources.js';
import { STRESS } from './stress.js';

const SHARES = [1, 0.5, 1.3];

describe('a definition that is laid out several times', () => {
  it.each(['sample', 'scripts'] as const)(
    'prints %s with each space as if it was laid out with no other',
    async (name) => {
      const definition = STRESS[name] as PrintDefinition;
      const ready = await readyDefinition(definition, testResources());
      if (!ready.ok) throw new Error(JSON.stringify(ready.diagnostics));
      const layouts = [];
      for (const share of SHARES) layouts.push(await ready.value.layOut(share));
      for (const [i, share] of [...SHARES.entries()].toReversed()) {
        const laidOut = layouts[i];
        const printed = laidOut?.ok ? await laidOut.value.print() : null;
        const alone = await rendered(withSpace(definition, share));
        expect(printed).toMatchObject({ ok: true, value: { pages: alone.pages, contents: alone.contents } });
        expect(printed?.ok && Buffer.from(printed.value.bytes).equals(alone.bytes)).toBe(true);
      }
    },
  );
});
