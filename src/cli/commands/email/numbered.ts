import { makeCopies, type NumberedCopy } from '../../../copies/make-copies.js';
import { copyFileName, writeCopies } from '../../../copies/write-copies.js';
import { type Outcome, outcomeOf, success } from '../../../diagnostics/diagnostic.js';
import type { Mailing, NumberedDelivery } from '../../../mail/mailings.js';
import type { Materials } from '../../../materials/make-document.js';
import type { OpenedBrief } from '../../../materials/open-brief.js';
import type { Workspace } from '../../../workspace/workspace.js';
import { type BuildSettings, briefingChoices, timeOf } from '../../settings.js';
import type { CopyFile } from './make-mails.js';

interface Making {
  readonly opened: OpenedBrief;
  readonly settings: BuildSettings;
  readonly materials: Materials;
  readonly workspace: Workspace;
}

export interface Numbered {
  readonly files: ReadonlyMap<NumberedDelivery, CopyFile>;
  /** Writes the copies and their register, as `briefpress copies` does: whose copy it is can be traced. */
  write(): Outcome<unknown>;
}

/** The numbered copies that mails are to bring, laid out once for each edition and language. */
export async function makeNumbered(mailings: readonly Mailing[], making: Making): Promise<Outcome<Numbered>> {
  const { opened, settings, materials, workspace } = making;
  const deliveries = mailings.flatMap(({ copy }) => copy ?? []);
  if (deliveries.length === 0 || !opened.loaded.ok) return success({ files: new Map(), write: () => success(null) });
  const made = await makeCopies(deliveries, { opened, materials, choices: briefingChoices(settings) });
  if (!made.ok) return made;
  const { id } = opened.loaded.value;
  const fileOf = (copy: NumberedCopy): CopyFile => ({
    attached: { name: copyFileName(copy, id), mediaType: 'application/pdf', bytes: copy.file().bytes },
    pages: copy.pages,
  });
  const byDelivery = new Map(made.value.map((copy) => [copy.delivery, copy]));
  const files = new Map(
    deliveries.flatMap((delivery) => {
      const copy = byDelivery.get(delivery);
      return copy === undefined ? [] : [[delivery, fileOf(copy)] as const];
    }),
  );
  const now = timeOf(settings, workspace);
  const folder = workspace.resolve(settings.output, `${id}.copies`);
  return outcomeOf(
    { files, write: () => writeCopies(made.value, { brief: id, folder, now }, workspace) },
    made.diagnostics,
  );
}
