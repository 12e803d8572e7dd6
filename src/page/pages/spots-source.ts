import type { Spot, Spots } from '../../preview/protocol.js';
import { addressOf, get } from '../address.js';

export type SpotsSource = () => Promise<readonly Spot[]>;

/** The spots of a version, asked for when they are first needed; none where they could not be had. */
export function spotsSource(version: string): SpotsSource {
  let asked: Promise<readonly Spot[]> | null = null;
  return () => {
    asked ??= get<Spots>(addressOf('spots', { version })).then(
      ({ spots }) => spots,
      () => {
        asked = null;
        return [];
      },
    );
    return asked;
  };
}
