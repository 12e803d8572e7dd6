import type { LoadedBrief } from '../brief/brief.js';
import { languagesOf } from '../brief/languages.js';
import { BRIEF_TYPES } from '../brief/schema/head.js';
import { PAPERS } from '../document/paper.js';
import { Materials } from '../materials/materials.js';
import { listPacks } from '../materials/packs.js';
import type { Workspace } from '../workspace/workspace.js';
import type { Chosen, Offered } from './protocol.js';

/** What can be chosen of a brief. */
export class Offers {
  #templates: Offered['templates'] | null = null;

  constructor(
    private readonly workspace: Workspace,
    private readonly folders: readonly string[],
  ) {}

  for(loaded: LoadedBrief | null): Offered {
    const editions = (loaded?.brief.editions ?? []).map(({ id }) => ({ id, title: id }));
    return {
      editions,
      languages: loaded === null ? [] : languagesOf(loaded.brief),
      templates: this.#packs(),
      papers: PAPERS,
      types: BRIEF_TYPES,
    };
  }

  /** The choice without what the brief does not have (any more). */
  possible(chosen: Chosen, loaded: LoadedBrief): Chosen {
    const { editions, languages } = this.for(loaded);
    const ids = editions.map(({ id }) => id);
    const edition = among(chosen.edition, ids);
    const own = loaded.brief.editions?.find(({ id }) => id === edition)?.languages ?? languages;
    return { ...chosen, edition, language: among(chosen.language, own) };
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
