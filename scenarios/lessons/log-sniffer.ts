import type { Lesson } from '../../src/model/lesson.js';

export const logSnifferLesson: Lesson = {
  notice: [
    'The relay’s log holds a line for each message, body and all: under none the door code stands in it as Bob wrote it.',
    'Under encryption the line is still there and the code is not. Who wrote, in which room, and how much, can still be read from it.',
    'The log of Bob’s own program is read in every column, full too: it is written after all seals have been opened.',
  ],
  questions: [
    {
      asks: 'What crosses the wire, and who holds a copy of it before anybody attacks?',
      hints: [
        'Look at the ghost: she connects, joins no room, and receives all the same.',
        'Count the copies: the wire, the relay’s log, every open connection, the log of each receiving program.',
        'Under none every copy holds the body in clear. A tag or a signature beside it takes nothing away.',
      ],
      cells: [
        ['log-sniffer/relay-log', 'none', 'breached'],
        ['log-sniffer/ghost-subscriber', 'none', 'breached'],
        ['log-sniffer/wire', 'none', 'breached'],
        ['log-sniffer/relay-log', 'mac', 'breached'],
        ['log-sniffer/relay-log', 'signature', 'breached'],
      ],
    },
    {
      asks: 'Which property breaks, and why does it break under mac and signature as it does under none?',
      hints: [
        'Ask what Mallory changes: nothing. She only reads.',
        'It is confidentiality: her guess of a fresh secret is right. A tag proves that the words are whole; it does not hide them.',
        'Sealed under a key that neither the relay nor a stranger has, the words are gone from the log, the wire and the ghost’s copy at once.',
      ],
      cells: [
        ['log-sniffer/wire', 'signature', 'breached'],
        ['log-sniffer/relay-log', 'encryption', 'defeated'],
        ['log-sniffer/ghost-subscriber', 'encryption', 'defeated'],
        ['log-sniffer/wire', 'encryption', 'defeated'],
      ],
    },
    {
      asks: 'Which defense stops which reader, and what is still told when all the words are sealed?',
      hints: [
        'Fernet hides the words and not their length: a short yes and a long no do not look alike.',
        'pad takes the length away, log-redaction the names in the log, tls the names on the wire: each of them only its own.',
        'Nothing on the way reaches the log that Bob’s program writes after opening. Only a program that does not log words helps.',
      ],
      cells: [
        ['log-sniffer/length', 'fernet', 'breached'],
        ['log-sniffer/length', 'pad', 'defeated'],
        ['log-sniffer/metadata', 'log-redaction', 'defeated'],
        ['log-sniffer/metadata', 'tls', 'breached'],
        ['log-sniffer/wire-metadata', 'tls', 'defeated'],
        ['log-sniffer/wire-metadata', 'log-redaction', 'breached'],
        ['log-sniffer/endpoint-log', 'full', 'breached'],
      ],
    },
  ],
  reading: [
    {
      title: 'OWASP Logging Cheat Sheet, Data to exclude',
      address: 'https://cheatsheetseries.owasp.org/cheatsheets/Logging_Cheat_Sheet.html',
    },
    {
      title: 'CWE-532: Insertion of Sensitive Information into Log File',
      address: 'https://cwe.mitre.org/data/definitions/532.html',
    },
    {
      title: 'CWE-319: Cleartext Transmission of Sensitive Information',
      address: 'https://cwe.mitre.org/data/definitions/319.html',
    },
    { title: 'RFC 6455: The WebSocket Protocol, §10', address: 'https://www.rfc-editor.org/rfc/rfc6455' },
    {
      title: 'RFC 6973: Privacy Considerations for Internet Protocols, §5.2',
      address: 'https://www.rfc-editor.org/rfc/rfc6973',
    },
  ],
};
