/** Names that Windows keeps for devices, with any ending (https://learn.microsoft.com/windows/win32/fileio/naming-a-file). */
const DEVICE = /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9\u00b9\u00b2\u00b3])$/i;

/**
 * Why a file of this name cannot be made on every system, or null where it can. A document is mailed to people whose
 * system nobody knows, so what Windows refuses is refused everywhere.
 */
export function unfitName(name: string): string | null {
  const [stem = ''] = name.split('.');
  if (DEVICE.test(stem.trim())) return `Windows keeps the name ${stem.trim()} for a device`;
  const [character] = /[<>:"|?*\\/\u0000-\u001f]/.exec(name) ?? [];
  if (character !== undefined) return `Windows allows no ${JSON.stringify(character)} in the name of a file`;
  if (/[. ]$/.test(name)) return 'Windows drops a dot or a space at the end of a name';
  return null;
}

/** Bytes of UTF-8: a system takes 255, and endings such as `.sv-Latn.pdf` come behind the name. */
const LONGEST = 120;

/**
 * A name that every system can hold, as near as can be to the one that was asked for: `Visit: Kyiv?` → `Visit- Kyiv`. A
 * device of Windows gets a word behind it.
 */
export function fitName(name: string): string {
  const held = name
    .normalize('NFC')
    .replace(/[<>:"|?*\\/\p{Cc}\p{Cs}]+/gu, '-')
    .replace(/^-+(?=.)/u, '');
  const short = shortened(held).replace(/[-. ]+$/u, '') || 'brief';
  return unfitName(short) === null ? short : short.replace(/^[^.]*/u, (stem) => `${stem.trim()}-brief`);
}

function shortened(name: string): string {
  const encoder = new TextEncoder();
  let short = name;
  while (encoder.encode(short).length > LONGEST) short = [...short].slice(0, -1).join('');
  return short;
}
