/** Bytes of a name, with its ending; some disks take no more than 255, and mail programs add numbers to names. */
const MOST = 150;

/**
 * The name of an attachment: one that every system can write, without a path, without signs that no name may have, and
 * without any that show it in another order than it is read in (`annexfdp.exe`). Letters of all scripts stay.
 */
export function attachmentName(name: string): string {
  const last = name.normalize('NFC').split(/[\\/]/).at(-1) ?? '';
  const clean = last
    .replace(/\p{Surrogate}|[\u0000-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/gu, '')
    .replace(/[<>:"|?*]/g, '-')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '');
  const [, stem = clean, ending = ''] = /^(.*?)(\.[A-Za-z0-9]{1,8})?$/.exec(clean) ?? [];
  const isKept = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i.test(stem);
  return shortened(stem === '' || isKept ? `document${stem === '' ? '' : `-${stem}`}` : stem) + ending;
}

/** Cut between two letters. */
function shortened(stem: string): string {
  let kept = '';
  for (const letter of stem) {
    if (new TextEncoder().encode(kept + letter).length > MOST) return kept.trimEnd();
    kept += letter;
  }
  return kept;
}
