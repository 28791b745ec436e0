/** Answers whoever asks for the key of the epoch: a request is only a public key, so that nobody verifies whose it is. */
import { epoch } from '../../src/defenses/epoch.js';
import { spoken } from '../../src/defenses/epoch-words.js';
import { definePart } from '../../src/index.js';

const decoy = definePart({
  ...epoch,
  id: 'epoch-anybody-asks',
  title: 'Epochs whose host answers whoever asks',
  insteadOf: 'epoch',
  layer: (keys, host, colleagues) => {
    const sound = epoch.layer!(keys, host, colleagues);
    const trusting = epoch.layer!({ ...keys, pinned: { get: () => keys.personal.public } }, host, colleagues);
    return {
      ...sound,
      hear: (control) => {
        const { room, nick, body } = control;
        const word = JSON.parse(Buffer.from(body.split('.')[1] ?? '', 'base64url').toString());
        return word.says === 'ask'
          ? trusting.hear!({ ...control, body: spoken(room, nick, word, keys) })
          : sound.hear!(control);
      },
    };
  },
});

export const parts = [decoy];
