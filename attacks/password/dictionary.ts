/**
 * Somebody with the relay's log tries the passwords that people choose on the messages in it, on her own machine, where
 * nobody counts. She recognises the right one by what opens. A group password of eight likely ones falls however its key
 * is made: salt forbids tables made beforehand and PBKDF2 turns nothing into a second and a half, which only a long
 * list of passwords would feel. A key that nobody thought up stops it. RFC 8018 §4.1; CWE-521, CWE-916.
 */
import type { MessageFrame } from '../../src/chat/wire.js';
import { defineAttack, type OwnClient, type Tactic, type Tools } from '../../src/model/attack.js';
import { asBodies } from '../log-sniffer/log-lines.js';
import { asMessage } from '../message.js';

/** Whether her client opens the message, and what comes out is one: garbage of a wrong key is not. */
function opens(client: OwnClient, { header, body }: MessageFrame, now: number): boolean {
  const text = client.open({ ...header, sent: now }, body);
  try {
    return typeof JSON.parse(text ?? '').text === 'string';
  } catch {
    return false;
  }
}

/** The first password that opens a message; '' where none does, for one lucky guess in eight would prove nothing. */
async function guessed(frames: readonly MessageFrame[], { dictionary, now }: Tools): Promise<string> {
  for (const word of dictionary?.words ?? []) {
    const client = await dictionary!.client(word);
    if (frames.some((frame) => opens(client, frame, now()))) return word;
  }
  return '';
}

export default defineAttack<'log', Tactic>({
  id: 'password/dictionary',
  title: 'The group password is guessed offline',
  position: 'log',
  target: 'relay',
  property: 'password',
  needs: ['group password'],
  against: 'password-sha256',
  alarms: [],
  cwe: [521, 916],
  sources: ['RFC 8018 §4.1', 'CWE-521, Weak Password Requirements', 'NIST SP 800-63B §5.1.1.2'],
  tactics: () => [{ id: 'try-each', does: 'tries eight likely passwords on every message in the log' }],
  adversary: (log, { does }, tools) => {
    let word = '';
    return {
      end: async () => {
        tools.did(does);
        const frames = asBodies(log.read()).flatMap((bytes) => asMessage(bytes) ?? []);
        word = await guessed(frames, tools);
      },
      guess: () => word,
    };
  },
});
