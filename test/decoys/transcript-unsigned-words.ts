/** Believes every word about a room, whoever signed it: a relay speaks for whom it has silenced. */
import { signatureOf } from '../../src/defenses/signature.js';
import { transcript } from '../../src/defenses/transcript.js';
import { definePart } from '../../src/index.js';
import { decodeBase64url, encodeBase64url } from '../../src/model/base64.js';
import { lengthPrefixed } from '../../src/model/bytes.js';
import { personalKey } from '../support/keys.js';

/** One key for everybody, with which each word is signed anew before it is verified. */
const anybody = personalKey('anybody');

const decoy = definePart({
  ...transcript,
  id: 'transcript-unsigned-words',
  title: 'Views of the room that nobody signed',
  insteadOf: 'transcript',
  layer: (keys, host) => {
    const believing = transcript.layer!(
      { ...keys, personal: anybody, pinned: { get: () => anybody.public } },
      host,
    );
    return {
      ...believing,
      hear: ({ room, nick, body }) => {
        const text = body.split('.')[1] ?? '';
        if (!decodeBase64url(text)) return 'bad-beat';
        const tag = signatureOf(lengthPrefixed('mallory/v1/transcript', room, nick, text), anybody.secret);
        return believing.hear!({ room, nick, body: `${encodeBase64url(tag)}.${text}` });
      },
    };
  },
});

export const parts = [decoy];
