import type { Lesson } from '../../src/model/lesson.js';

export const replayLesson: Lesson = {
  notice: [
    'What the stranger sends is Alice’s frame, bit for bit: the story says so beside the bytes.',
    'She has it because the relay gives every open connection a copy.',
    'Under ttl the copy at 45 s is refused and the copies before are shown. Honest messages that were stored for 45 s are refused too: see the last line of the grid.',
    'after-restart gets through sequence: its counters were in memory, and the program was started anew.',
  ],
  questions: [
    {
      asks: 'What does Mallory send, and what tells it from Alice’s own frame?',
      hints: [
        'Compare the bytes of the two frames in now.',
        'They are the same. What differs is the connection that they come from, and the time.',
        'In re-encoded the bytes differ and the message does not: what was authenticated is the same in another spelling.',
      ],
      cells: [
        ['replay/now', 'none', 'breached'],
        ['replay/re-encoded', 'fernet', 'breached'],
      ],
    },
    {
      asks: 'Why do the HMAC of Fernet and a signature verify on a copy, and which property breaks?',
      hints: [
        'What do they cover: the words, or the occasion?',
        'Nothing was changed, so integrity holds. Uniqueness breaks: one message is shown twice. Against somebody who joined later it is freshness.',
        'A Fernet token carries its time, but the specification has it compared only where the reader gives a TTL.',
      ],
      cells: [
        ['replay/now', 'fernet', 'breached'],
        ['replay/now', 'signature', 'breached'],
        ['replay/after-ttl', 'fernet', 'breached'],
        ['replay/after-ttl', 'ttl', 'defeated'],
        ['replay/late-joiner', 'fernet', 'breached'],
      ],
    },
    {
      asks: 'Which defense stops which copy, and what does it cost or leave open?',
      hints: [
        'ttl stops the copy that is 45 s old, not one of 10 s, and not where the reader’s clock is 45 s behind.',
        'sequence remembers what was taken. A program that was restarted, or joined later, remembers nothing.',
        'limits stops all seven at the door, for the nick is not of that connection; a rogue server has no such door: see rogue-server/duplicate. full keeps its counters through a restart.',
      ],
      cells: [
        ['replay/within-ttl', 'ttl', 'breached'],
        ['replay/skewed-clock', 'ttl', 'breached'],
        ['replay/skewed-clock', 'sequence', 'defeated'],
        ['replay/now', 'sequence', 'defeated'],
        ['replay/after-restart', 'sequence', 'breached'],
        ['replay/late-joiner', 'sequence', 'breached'],
        ['replay/late-joiner', 'ttl', 'defeated'],
        ['replay/now', 'limits', 'defeated'],
        ['replay/within-ttl', 'limits', 'defeated'],
        ['replay/after-ttl', 'limits', 'defeated'],
        ['replay/re-encoded', 'limits', 'defeated'],
        ['replay/after-restart', 'limits', 'defeated'],
        ['replay/late-joiner', 'limits', 'defeated'],
        ['replay/skewed-clock', 'limits', 'defeated'],
        ['rogue-server/duplicate', 'limits', 'breached'],
        ['replay/after-restart', 'full', 'defeated'],
      ],
    },
  ],
  reading: [
    {
      title: 'Fernet specification, Verifying',
      address: 'https://github.com/fernet/spec/blob/master/Spec.md',
    },
    {
      title: 'CWE-294: Authentication Bypass by Capture-replay',
      address: 'https://cwe.mitre.org/data/definitions/294.html',
    },
    {
      title: 'RFC 4303: IP Encapsulating Security Payload (ESP), §3.4.3 (a window of sequence numbers)',
      address: 'https://www.rfc-editor.org/rfc/rfc4303',
    },
    {
      title: 'RFC 4648: The Base16, Base32, and Base64 Data Encodings, §3.5 and §12',
      address: 'https://www.rfc-editor.org/rfc/rfc4648',
    },
    { title: 'Gong, A Security Risk of Depending on Synchronized Clocks, Operating Systems Review, 1992' },
  ],
};
