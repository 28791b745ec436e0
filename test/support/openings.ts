import type { Host, Keys, Layer, Part } from '../../src/model/defense.js';

/** A decoy of a sound part that opens bodies in its own way, mostly by asking the sound one; all else is sound. */
export const openedAs = (
  sound: Part,
  id: string,
  title: string,
  opening: (open: Layer['open'], keys: Keys, host: Host) => Layer['open'],
): Part => ({
  ...sound,
  id,
  title,
  insteadOf: sound.id,
  layer: (keys, host) => {
    const layer = sound.layer!(keys, host);
    return { ...layer, open: opening(layer.open, keys, host) };
  },
});

/** A body whose protection may be missing: what the sound part refuses under this code is taken as it stands. */
export const optional =
  (code: string) =>
  (open: Layer['open']): Layer['open'] =>
  (sealed, opening) => {
    const opened = open(sealed, opening);
    return !opened.ok && opened.code === code ? { ok: true, body: sealed } : opened;
  };

/** What stands behind the first full stop: a body without the tag in front of it. */
export const untagged = (sealed: Uint8Array): Uint8Array => sealed.subarray(sealed.indexOf(0x2e) + 1);
