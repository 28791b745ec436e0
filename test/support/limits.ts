import { limits } from '../../src/defenses/limits.js';
import type { Limits, MembershipProof, Part } from '../../src/model/defense.js';

const SOUND = limits.settings!.limits!;

/** A decoy of `limits`, sound but for the bounds that are given. */
export const limitedBy = (id: string, title: string, bounds: Partial<Limits>): Part => ({
  ...limits,
  id,
  title,
  insteadOf: 'limits',
  settings: { ...limits.settings, limits: { ...SOUND, ...bounds } },
});

/** One that takes two nicks for one where `read` makes them alike. */
export const readingNicks = (id: string, title: string, read: (nick: string) => string): Part =>
  limitedBy(id, title, {
    speaksAs: (as, held) => held.some(({ room, nick }) => room === as.room && read(nick) === read(as.nick)),
  });

/** One that verifies the signatures of joins and leaves in its own way, mostly by asking the sound one. */
export const verifyingBy = (
  id: string,
  title: string,
  verifying: (sound: MembershipProof['verify']) => MembershipProof['verify'],
): Part => {
  const membership = SOUND.membership!;
  return {
    ...limitedBy(id, title, { membership: { ...membership, verify: verifying(membership.verify) } }),
    brings: ['signature'],
  };
};
