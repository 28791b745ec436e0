import { describe, expect, test } from 'vitest';
import { signedMembership } from '../../src/defenses/membership.js';
import { signatureOf } from '../../src/defenses/signature.js';
import { encodeBase64url } from '../../src/model/base64.js';
import { concat, utf8 } from '../../src/model/bytes.js';
import { personalKey } from '../support/keys.js';

const STATEMENT = utf8('alice joins the lab');
const { secret, public: key } = personalKey('alice');
const { prove, verify } = signedMembership;

describe('the proof of a member', () => {
  test('is her signature over the statement, and no other', () => {
    const proof = prove(STATEMENT, secret);
    expect(verify(proof, STATEMENT, key)).toBe(true);
    expect(verify(proof, utf8('alice leaves the lab'), key)).toBe(false);
    expect(verify(proof, STATEMENT, personalKey('bob').public)).toBe(false);
    expect(verify(prove(STATEMENT, personalKey('bob').secret), STATEMENT, key)).toBe(false);
  });

  test.each([
    ['no base64url', '***'],
    ['nothing', ''],
    ['a byte too few', encodeBase64url(signatureOf(STATEMENT, secret).subarray(1))],
    ['a byte too many', encodeBase64url(concat(signatureOf(STATEMENT, secret), new Uint8Array(1)))],
  ])('is not %s', (_, proof) => {
    expect(verify(proof, STATEMENT, key)).toBe(false);
  });

  test('needs a key of full order: under one of small order a signature of nobody fits', () => {
    const identity = concat(Uint8Array.of(1), new Uint8Array(31));
    const forged = encodeBase64url(concat(identity, new Uint8Array(32)));
    expect(verify(forged, STATEMENT, identity)).toBe(false);
  });
});
