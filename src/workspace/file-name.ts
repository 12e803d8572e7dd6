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
