/** Reading the relay's text log back into frames, as far as it tells. */
import { encodeFrame } from '../../src/chat/wire.js';

const LINE = /^\S+ message room=(\S+) nick=(\S+) body=(.*)$/gm;

/** One frame for each message line; the log does not tell the number, so they are counted for each nick. */
export function asBodies(log: string): string[] {
  const counts = new Map<string, number>();
  return [...log.matchAll(LINE)].map(([, room = '', nick = '', body = '']) => {
    const seq = (counts.get(`${room} ${nick}`) ?? 0) + 1;
    counts.set(`${room} ${nick}`, seq);
    return encodeFrame({
      v: 1,
      type: 'message',
      header: { id: 0, room, nick, seq, sent: 0 },
      suite: '',
      body,
    });
  });
}
