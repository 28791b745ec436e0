/** Authenticates room, place and time beside the words, and forgets whose they are. */
import { epoch, epochLayer } from '../../src/defenses/epoch.js';
import { definePart } from '../../src/index.js';
import { lengthPrefixed } from '../../src/model/bytes.js';

const decoy = definePart({
  ...epoch,
  id: 'epoch-without-author',
  title: 'AES-256-GCM without the author in the associated data',
  insteadOf: 'epoch',
  layer: (...of) =>
    epochLayer(
      {
        contextOf: ({ room, seq, sent }, number) =>
          lengthPrefixed('mallory/v1/epoch/message', room, String(seq), String(sent), String(number)),
      },
      ...of,
    ),
});

export const parts = [decoy];
