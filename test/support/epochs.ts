import { epoch } from '../../src/defenses/epoch.js';
import { spoken } from '../../src/defenses/epoch-words.js';
import type { Control, Part } from '../../src/model/defense.js';

/** A word about epochs, read without asking who signed it. */
export const unverified = ({ body }: Control) =>
  JSON.parse(Buffer.from(body.split('.')[1] ?? '', 'base64url').toString());

/**
 * A decoy of `epoch` that hears some words as if they were signed: it puts its own signature in the place of whatever
 * came, and verifies that. Words of which `isBelieved` says no are heard as the sound part hears them.
 */
export const believing = (
  id: string,
  title: string,
  isBelieved: (word: { readonly says?: unknown }) => boolean,
): Part => ({
  ...epoch,
  id,
  title,
  insteadOf: 'epoch',
  layer: (keys, host, colleagues) => {
    const sound = epoch.layer!(keys, host, colleagues);
    const trusting = epoch.layer!({ ...keys, pinned: { get: () => keys.personal.public } }, host, colleagues);
    return {
      ...sound,
      hear: (control) => {
        const { room, nick } = control;
        const word = unverified(control);
        return isBelieved(word)
          ? trusting.hear!({ ...control, body: spoken(room, nick, word, keys) })
          : sound.hear!(control);
      },
    };
  },
});
