/** Answers whoever asks for the key of the epoch: a request is only a public key, so that nobody verifies whose it is. */
import { definePart } from '../../src/index.js';
import { believing } from '../support/epochs.js';

export const parts = [
  definePart(
    believing('epoch-anybody-asks', 'Epochs whose host answers whoever asks', ({ says }) => says === 'ask'),
  ),
];
