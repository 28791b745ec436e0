import { decodeBase64url, encodeBase64url } from '../model/base64.js';
import type { MembershipProof } from '../model/defense.js';
import { isSigned, signatureOf } from './signature.js';

/** Ed25519 over the statement, by the member's own key: the relay looks the public key up by the nick. */
export const signedMembership: MembershipProof = {
  prove: (statement, secret) => encodeBase64url(signatureOf(statement, secret)),
  verify: (proof, statement, key) => {
    const tag = decodeBase64url(proof);
    return tag !== null && isSigned(tag, statement, key);
  },
};
