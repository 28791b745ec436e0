import type { Lesson } from '../../src/model/lesson.js';

export const sessionLesson: Lesson = {
  notice: [
    'No word is forged here. A join and a leave are requests, and the relay of none believes the nick that stands in them.',
    'Under none Alice is told that her nick is in use. Under limits she is told that it is bound to another connection: the squatter has become safer.',
    'In log-injection one event makes two lines of the log, and the second tells of something that never happened.',
  ],
  questions: [
    {
      asks: 'What stands in a join and in a leave, and who checks it?',
      hints: [
        'A number, a room, a nick. Which of them could the relay verify?',
        'Under none it gives a nick to whoever asks first, and takes a member out when anybody names her.',
        'What it logs it has not checked either: a line feed in a nick ends one line of the log and begins another.',
      ],
      cells: [
        ['session/squat', 'none', 'breached'],
        ['session/force-leave', 'none', 'breached'],
        ['session/log-injection', 'none', 'breached'],
      ],
    },
    {
      asks: 'Why does limits stop force-leave and not squat, and why does signature alone stop neither?',
      hints: [
        'In each of them, who was first on that nick?',
        'limits holds a nick to the connection that joined with it. That protects Alice in force-leave, and Mallory in squat.',
        'signature signs messages. Without limits nobody asks for a signed join: availability breaks though no message could be forged.',
      ],
      cells: [
        ['session/force-leave', 'limits', 'defeated'],
        ['session/squat', 'limits', 'breached'],
        ['session/squat', 'signature', 'breached'],
        ['session/force-leave', 'signature', 'breached'],
      ],
    },
    {
      asks: 'What stops squat in the end, what keeps the log whole, and whom does all this trust?',
      hints: [
        'squat takes two things: a relay that asks, and a key that can answer.',
        'limits+signature: a join must be signed by the member that it names (unproven-member). In the log, codec refuses the nick, limits escapes the line feed, log-redaction writes digests.',
        'It trusts the relay to ask. A rogue one puts any nick over a message, limits or not: rogue-server/re-attribute. There only a check of the members’ own helps.',
      ],
      cells: [
        ['session/squat', 'limits+signature', 'defeated'],
        ['session/log-injection', 'codec', 'defeated'],
        ['session/log-injection', 'limits', 'defeated'],
        ['session/log-injection', 'log-redaction', 'defeated'],
        ['rogue-server/re-attribute', 'limits', 'breached'],
        ['rogue-server/re-attribute', 'signature', 'defeated'],
      ],
    },
  ],
  reading: [
    {
      title: 'CWE-290: Authentication Bypass by Spoofing',
      address: 'https://cwe.mitre.org/data/definitions/290.html',
    },
    {
      title: 'CWE-117: Improper Output Neutralization for Logs',
      address: 'https://cwe.mitre.org/data/definitions/117.html',
    },
    { title: 'OWASP, Log Injection', address: 'https://owasp.org/www-community/attacks/Log_Injection' },
    {
      title: 'RFC 8032: Edwards-Curve Digital Signature Algorithm (EdDSA)',
      address: 'https://www.rfc-editor.org/rfc/rfc8032',
    },
  ],
};
