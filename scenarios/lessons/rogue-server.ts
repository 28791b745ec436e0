import type { Lesson } from '../../src/model/lesson.js';

export const rogueServerLesson: Lesson = {
  notice: [
    'Against encryption the relay rewrites Alice’s message without any key: it knows her words, and XORs the difference to its own into the ciphertext. Read the lines before and after.',
    'Under signature it does the same deed, and Bob’s program refuses it with the code bad-signature.',
    'In duplicate, delay and drop not a bit is changed, and signature lets all three through.',
    'Under transcript many cells say “detected”: the harm is done, and an honest member is told in time.',
  ],
  questions: [
    {
      asks: 'What does the server see of a message, and what can it do with a frame that it carries?',
      hints: [
        'The header is in clear: room, nick, number, time. Only the body may be sealed.',
        'For each frame and each member it decides: pass on, keep, change, hold back, repeat, invent.',
        'None of this takes a key. What it can make Bob believe depends on what Bob’s program checks, and on nothing else.',
      ],
      cells: [
        ['rogue-server/store', 'none', 'breached'],
        ['rogue-server/rewrite', 'none', 'breached'],
        ['rogue-server/forge', 'none', 'breached'],
        ['rogue-server/drop', 'none', 'breached'],
      ],
    },
    {
      asks: 'Why does encryption not stop rewrite, and which property breaks? Is it true that Fernet does not protect it?',
      hints: [
        'Two properties, two cells: under encryption store is defeated and rewrite is breached.',
        'In CTR mode the ciphertext is the words XOR a keystream. Whoever knows the words can put others in their place.',
        'Integrity breaks: Bob is shown a text that nobody sent. A Fernet token ends in an HMAC over everything before it, so that fernet refuses the change (bad-hmac): it does protect integrity.',
      ],
      cells: [
        ['rogue-server/store', 'encryption', 'defeated'],
        ['rogue-server/rewrite', 'encryption', 'breached'],
        ['rogue-server/bit-flip', 'encryption', 'breached'],
        ['rogue-server/rewrite', 'mac', 'defeated'],
        ['rogue-server/rewrite', 'fernet', 'defeated'],
      ],
    },
    {
      asks: 'fernet stops rewrite, bit-flip and forge. Which attacks go on, and what stops them?',
      hints: [
        'Nick and room stand beside the token and not in it: re-attribute, cross-room and reflect get through. signature and bound cover them.',
        'A copy is as genuine as the original: duplicate takes a memory (sequence), delay takes a clock (ttl).',
        'Loss can only be noticed, by a gap (sequence) or by members who compare what they have seen (transcript). Under full, too, drop is detected and not prevented.',
      ],
      cells: [
        ['rogue-server/bit-flip', 'fernet', 'defeated'],
        ['rogue-server/forge', 'fernet', 'defeated'],
        ['rogue-server/re-attribute', 'fernet', 'breached'],
        ['rogue-server/cross-room', 'fernet', 'breached'],
        ['rogue-server/reflect', 'fernet', 'breached'],
        ['rogue-server/re-attribute', 'signature', 'defeated'],
        ['rogue-server/cross-room', 'bound', 'defeated'],
        ['rogue-server/duplicate', 'signature', 'breached'],
        ['rogue-server/delay', 'signature', 'breached'],
        ['rogue-server/drop', 'signature', 'breached'],
        ['rogue-server/duplicate', 'sequence', 'defeated'],
        ['rogue-server/delay', 'ttl', 'defeated'],
        ['rogue-server/drop', 'sequence', 'detected'],
        ['rogue-server/drop-tail', 'sequence', 'breached'],
        ['rogue-server/drop-tail', 'transcript', 'detected'],
        ['rogue-server/drop', 'full', 'detected'],
      ],
    },
  ],
  reading: [
    {
      title:
        'Bellare and Namprempre, Authenticated Encryption: Relations among Notions and Analysis of the Generic Composition Paradigm, ASIACRYPT 2000',
      address: 'https://eprint.iacr.org/2000/025',
    },
    { title: 'Fernet specification', address: 'https://github.com/fernet/spec/blob/master/Spec.md' },
    {
      title: 'RFC 5116: An Interface and Algorithms for Authenticated Encryption',
      address: 'https://www.rfc-editor.org/rfc/rfc5116',
    },
    {
      title: 'RFC 8032: Edwards-Curve Digital Signature Algorithm (EdDSA)',
      address: 'https://www.rfc-editor.org/rfc/rfc8032',
    },
    { title: 'Davis, Defective Sign & Encrypt in S/MIME, PKCS#7, MOSS, PEM, PGP, and XML, USENIX 2001' },
    { title: 'Mazières and Shasha, Building Secure File Systems out of Byzantine Storage, PODC 2002' },
    {
      title: 'CWE-353: Missing Support for Integrity Check',
      address: 'https://cwe.mitre.org/data/definitions/353.html',
    },
  ],
};
