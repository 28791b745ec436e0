import type { Lesson } from '../../src/model/lesson.js';

export const floodLesson: Lesson = {
  notice: [
    'No word matters here. Read the numbers in the referee’s sentence: the sessions or bytes that the relay came to hold, and the bound that they went beyond.',
    'After each flood Carol wants to come in. A defense counts only where she is served.',
    'codec stops oversize and compressed and not join: it bounds one frame, not how many of them come.',
  ],
  questions: [
    {
      asks: 'What can one stranger make the relay keep?',
      hints: [
        'Go through what a relay has to remember: sessions, a message that is still arriving, messages that nobody has fetched yet.',
        'join and leaked-sessions pile up sessions; oversize and compressed make one message huge; slow-reader stops reading.',
        'compressed is small on the wire and half a mebibyte in the relay’s memory: what is counted must be counted after inflating.',
      ],
      cells: [
        ['flood/join', 'none', 'breached'],
        ['flood/leaked-sessions', 'none', 'breached'],
        ['flood/slow-reader', 'none', 'breached'],
        ['flood/oversize', 'none', 'breached'],
        ['flood/compressed', 'none', 'breached'],
      ],
    },
    {
      asks: 'Which property breaks, and why do fernet, signature and tls change nothing?',
      hints: [
        'Does the relay have to open a body in order to be flooded?',
        'It is availability. The relay keeps sessions and bytes whatever the words in them are, or however they are sealed.',
        'A stranger speaks TLS as well as anybody, and needs no key of the group’s to join, to hang up or to send too much.',
      ],
      cells: [
        ['flood/join', 'fernet', 'breached'],
        ['flood/join', 'signature', 'breached'],
        ['flood/join', 'tls', 'breached'],
        ['flood/oversize', 'signature', 'breached'],
        ['flood/leaked-sessions', 'tls', 'breached'],
      ],
    },
    {
      asks: 'Which bound stops which flood, and what does limits leave open?',
      hints: [
        'Expiry alone is too slow: sessions of those who hang up pile up faster than they expire. See expiry-only.',
        'limits: a quota of joins for each connection, sessions removed when it closes or falls silent, a cap on what is kept for one reader, a payload cap before buffering, no compression.',
        'All of them count by connection. Floods from many connections stay open, and so does every word: rogue-server/rewrite under limits.',
      ],
      cells: [
        ['flood/leaked-sessions', 'expiry-only', 'breached'],
        ['flood/join', 'limits', 'defeated'],
        ['flood/leaked-sessions', 'limits', 'defeated'],
        ['flood/slow-reader', 'limits', 'defeated'],
        ['flood/oversize', 'limits', 'defeated'],
        ['flood/compressed', 'limits', 'defeated'],
        ['flood/oversize', 'codec', 'defeated'],
        ['flood/compressed', 'codec', 'defeated'],
        ['flood/join', 'codec', 'breached'],
        ['rogue-server/rewrite', 'limits', 'breached'],
      ],
    },
  ],
  reading: [
    {
      title: 'CWE-770: Allocation of Resources Without Limits or Throttling',
      address: 'https://cwe.mitre.org/data/definitions/770.html',
    },
    {
      title: 'CWE-409: Improper Handling of Highly Compressed Data (Data Amplification)',
      address: 'https://cwe.mitre.org/data/definitions/409.html',
    },
    {
      title: 'CWE-772: Missing Release of Resource after Effective Lifetime',
      address: 'https://cwe.mitre.org/data/definitions/772.html',
    },
    { title: 'OWASP Denial of Service Cheat Sheet' },
    { title: 'RFC 6455: The WebSocket Protocol, §10.4', address: 'https://www.rfc-editor.org/rfc/rfc6455' },
    {
      title: 'RFC 7692: Compression Extensions for WebSocket, §8',
      address: 'https://www.rfc-editor.org/rfc/rfc7692',
    },
  ],
};
