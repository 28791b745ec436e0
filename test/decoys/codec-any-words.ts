/** Reads frames strictly, and revives the words of a message: they are the user's, and any text will do. */
import { decodeStrictFrame, decodeStrictMessage } from '../../src/chat/strict.js';
import { definePart } from '../../src/index.js';
import { screenedBy } from '../support/screens.js';

const screen = (text: string) => {
  const read = decodeStrictFrame(text);
  if (!read.ok || read.value.type !== 'message') return read.ok ? null : read.code;
  const message = decodeStrictMessage(read.value.body);
  return message.ok ? null : message.code;
};

export const parts = [
  definePart(screenedBy('codec-any-words', 'A strict schema, and a codec that revives behind it', screen)),
];
