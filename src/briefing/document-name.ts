import type { LoadedBrief } from '../brief/brief.js';
import { languagesOf } from '../brief/languages.js';

/** What the files of a document are called, without their endings: `visit`, `visit.partners.sv`. */
export function documentName({ id, brief }: Pick<LoadedBrief, 'id' | 'brief'>, language?: string): string {
  const languages = languagesOf(brief);
  const tag = languages.find((each) => each.toLowerCase() === language?.toLowerCase()) ?? language;
  return tag === undefined || tag === languages[0] ? id : `${id}.${tag}`;
}
