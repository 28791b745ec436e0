import { describe, expect, test } from 'vitest';
import { membershipStatement, refusalOf, type Standing } from '../../src/chat/membership.js';
import type { Request } from '../../src/chat/wire.js';
import { limits } from '../../src/defenses/limits.js';
import { signedMembership } from '../../src/defenses/membership.js';
import { keysOf } from '../support/keys.js';

const ALICE = keysOf('alice', { pinned: { alice: 'alice', bob: 'bob' } });
const BOB = keysOf('bob', { pinned: { alice: 'alice', bob: 'bob' } });
const HERE = { room: 'lab', nick: 'alice' };
const standing: Standing = { held: [], all: [], challenge: 'c1' };

const joining = (proof?: string, nick = 'alice'): Request => ({
  v: 1,
  type: 'join',
  header: { id: 1, room: 'lab', nick },
  body: { salt: '', ...(proof === undefined ? {} : { proof }) },
});

const proofOf = (verb: 'join' | 'leave', session = HERE, challenge = 'c1', { personal } = ALICE): string =>
  signedMembership.prove(membershipStatement(verb, session, challenge), personal.secret);

const refused = (request: Request, pinned: typeof ALICE.pinned | undefined = ALICE.pinned) =>
  refusalOf(request, standing, limits.settings!.limits!, pinned);

describe('where members have keys, a join', () => {
  test('signed by the member that it names is let in', () => {
    expect(refused(joining(proofOf('join')))).toBeNull();
  });

  test.each([
    ['without a signature', joining()],
    ['signed by another member', joining(proofOf('join', HERE, 'c1', BOB))],
    ['signed for another room', joining(proofOf('join', { room: 'den', nick: 'alice' }))],
    ['signed for another connection', joining(proofOf('join', HERE, 'c2'))],
    ['with the signature of a leave', joining(proofOf('leave'))],
    ['with something as long as a signature', joining(`${'A'.repeat(86)}==`)],
    ['of somebody who has no key', joining(proofOf('join', { room: 'lab', nick: 'eve' }), 'eve')],
  ])('%s is refused', (_, request) => {
    expect(refused(request)).toBe('unproven-member');
  });
});

test('where members have no keys, no signature is asked for', () => {
  expect(refusalOf(joining(), standing, limits.settings!.limits!)).toBeNull();
});

test('no two statements share their bytes', () => {
  const bytes = (room: string, nick: string): string =>
    Buffer.from(membershipStatement('join', { room, nick }, '')).toString('hex');
  expect(bytes('ab', 'c')).not.toBe(bytes('a', 'bc'));
});
