import type { Part } from '../model/defense.js';

/** The oldest message taken, in seconds. */
export const TTL = 30;
/** How far ahead of the receiver's clock a sender's may be, in seconds (the Fernet specification's 60). */
export const MAX_CLOCK_SKEW = 60;

/** Age and future bound of the time that Fernet authenticated, against the receiver's own clock. */
export const ttl: Part = {
  id: 'ttl',
  title: `Fernet with a TTL of ${TTL} s`,
  protects: `what Fernet does, and from messages older than ${TTL} s`,
  leavesOpen:
    'copies within the TTL; who wrote it; the nick and room beside the token; order and loss; honest messages that waited too long',
  stage: 'time',
  brings: ['fernet'],
  layer: () => ({
    seal: (body) => body,
    open: (body, { sealedAt, now }) => {
      // Fails closed: a time from a header or from the relay is the adversary's to choose.
      if (sealedAt === undefined) return { ok: false, code: 'no-authentic-time' };
      if (now - sealedAt > TTL) return { ok: false, code: 'expired' };
      if (sealedAt - now > MAX_CLOCK_SKEW) return { ok: false, code: 'from-the-future' };
      return { ok: true, body };
    },
  }),
};
