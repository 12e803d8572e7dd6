/** The media types of pictures, by the endings of the files that we write. */
export const PICTURE_TYPES = { png: 'image/png', jpg: 'image/jpeg', svg: 'image/svg+xml' } as const;

/** Of a file that we named. */
export function pictureType(name: string): string {
  const found = Object.entries(PICTURE_TYPES).find(([ending]) => name.endsWith(`.${ending}`));
  return found?.[1] ?? 'application/octet-stream';
}
