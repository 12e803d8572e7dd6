import { BRIEF_TYPES } from '../brief/schema/head.js';
import { PAPERS } from '../document/paper.js';
import { Materials } from '../materials/materials.js';
import { listPacks } from '../materials/packs.js';
import type { Workspace } from '../workspace/workspace.js';
import type { Found } from './document-job.js';
import type { Chosen, Offered } from './protocol.js';

/** What can be chosen of a brief. */
export class Offers {
  #templates: Offered['templates'] | null = null;

  constructor(
    private readonly workspace: Workspace,
    private readonly folders: readonly string[],
  ) {}

  /** `found`: what the brief has, where it can be read. */
  for(found: Found | null): Offered {
    const { editions, languages } = found?.offered ?? { editions: [], languages: [] };
    return { editions, languages, templates: this.#packs(), papers: PAPERS, types: BRIEF_TYPES };
  }

  /** The choice without templates and papers that are not on the list: a template is a program, and never a page's to name. */
  known(chosen: Chosen): Chosen {
    const names = this.#packs().map(({ name }) => name);
    return { ...chosen, template: among(chosen.template, names), paper: among(chosen.paper, PAPERS) };
  }

  #packs(): Offered['templates'] {
    const materials = new Materials(this.workspace, { templateFolders: this.folders });
    this.#templates ??= listPacks(this.workspace, this.folders).map((place) => {
      const pack = materials.pack(place);
      return { name: place.name, title: pack.ok ? pack.value.title : place.name };
    });
    return this.#templates;
  }
}

function among(value: string | null, known: readonly string[]): string | null {
  return value !== null && known.includes(value) ? value : null;
}
