import * as base64 from '../model/base64.js';
import { fromUtf8, lengthPrefixed, utf8 } from '../model/bytes.js';
import type { Control, Keys } from '../model/defense.js';
import { isSigned, signatureOf } from './signature.js';

const statement = (domain: string, room: string, nick: string, text: string): Uint8Array =>
  lengthPrefixed(domain, room, nick, text);

/** The body of a control frame in which a member says something of her own: `base64url(signature) . base64url(JSON)`. */
export function signedWord(domain: string, room: string, nick: string, word: object, keys: Keys): string {
  const text = base64.encodeBase64url(utf8(JSON.stringify(word)));
  const tag = signatureOf(statement(domain, room, nick, text), keys.personal.secret);
  return `${base64.encodeBase64url(tag)}.${text}`;
}

/**
 * The JSON value in such a body; null where it is not signed, as a whole, under the pinned key of the member that it
 * names. Signed by a member, it is still untrusted data, but hers.
 */
export function valueIn(domain: string, { room, nick, body }: Control, { pinned }: Keys): unknown {
  const [signature = '', text = '', ...more] = body.split('.');
  const tag = base64.decodeBase64url(signature);
  const key = pinned.get(nick);
  if (more.length > 0 || !tag || !key || !isSigned(tag, statement(domain, room, nick, text), key))
    return null;
  return parsed(base64.decodeBase64url(text));
}

/** The value of a JSON text in UTF-8; null where the bytes are none. */
export function parsed(bytes: Uint8Array | null): unknown {
  try {
    return bytes && JSON.parse(fromUtf8(bytes) ?? 'null');
  } catch {
    return null;
  }
}
