/** Takes a slow connection for a slow clock: how late an author's last message came is what it allows for in her next. */
import { TTL, ttl } from '../../src/defenses/ttl.js';
import { definePart } from '../../src/index.js';
import { untimely } from '../../src/model/untimely.js';
import { openedAs } from '../support/openings.js';

const TITLE = 'A TTL that learns how far each clock is off';

export const parts = [
  definePart(
    openedAs(ttl, 'ttl-patient', TITLE, () => {
      const late = new Map<string, number>();
      return (body, { header, sealedAt, now }) => {
        if (sealedAt === undefined) return { ok: false, code: 'no-authentic-time' };
        const code = untimely(sealedAt, TTL, now - (late.get(header.nick) ?? 0));
        if (code !== null) return { ok: false, code };
        late.set(header.nick, Math.max(0, now - sealedAt));
        return { ok: true, body };
      };
    }),
  ),
];
