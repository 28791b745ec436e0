import type { Part } from '../model/defense.js';
import { untimely } from '../model/untimely.js';

/** The oldest message taken, in seconds. */
export const TTL = 30;

/** Age and future bound of the time that Fernet authenticated, against the receiver's own clock. */
export const ttl: Part = {
  id: 'ttl',
  title: `Fernet with a TTL of ${TTL} s`,
  protects: `against messages older than ${TTL} s`,
  leavesOpen:
    'copies within the TTL; who wrote it; the nick and room beside the token; order and loss; honest messages that waited too long',
  stage: 'time',
  brings: ['fernet'],
  layer: () => ({
    seal: (body) => body,
    open: (body, { sealedAt, now }) => {
      // Fails closed: a time from a header or from the relay is the adversary's to choose.
      if (sealedAt === undefined) return { ok: false, code: 'no-authentic-time' };
      const code = untimely(sealedAt, TTL, now);
      return code === null ? { ok: true, body } : { ok: false, code };
    },
  }),
};
