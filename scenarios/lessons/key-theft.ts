import type { Lesson } from '../../src/model/lesson.js';

export const keyTheftLesson: Lesson = {
  notice: [
    'No lock is picked: Mallory has the key. Under none, fernet and tls all three attacks get through.',
    'limits stops ex-member because the relay withholds what is not for her. That is the relay’s good will, not a key.',
    'Under full after-heal is defeated and archive is breached: a new key heals what comes, and within an epoch nothing protects what was said.',
  ],
  questions: [
    {
      asks: 'What does Mallory hold in each of the three, since when, and what did she tape before?',
      hints: [
        'Draw a line of time with three marks: the theft, the secret, a member who leaves.',
        'archive tapes first and steals later. after-heal steals first and listens later. ex-member keeps what was once rightly hers.',
        'Under fernet one key sealed all of it, before and after: what is held once opens the whole line.',
      ],
      cells: [
        ['key-theft/archive', 'fernet', 'breached'],
        ['key-theft/ex-member', 'fernet', 'breached'],
        ['key-theft/after-heal', 'fernet', 'breached'],
      ],
    },
    {
      asks: 'Why does a good cipher not help, and what are the properties called?',
      hints: [
        'A cipher protects from whoever has no key.',
        'What was said before the theft is a matter of forward secrecy, what is said after it of post-compromise security.',
        'tls loses both here: the secrets of a live connection that never renews its keys open it from its first byte, and on.',
      ],
      cells: [
        ['key-theft/archive', 'tls', 'breached'],
        ['key-theft/after-heal', 'tls', 'breached'],
      ],
    },
    {
      asks: 'What does full do when somebody leaves, and what stays open even so?',
      hints: [
        'Something new must come that the thief has not.',
        'The leave is signed and starts an epoch: a fresh random key, wrapped for each member who stays, for a key pair made after the theft.',
        'archive stays open within an epoch, for its one key opens all that it sealed. Only a ratchet, which deletes a key after each message, would bound that.',
      ],
      cells: [
        ['key-theft/after-heal', 'full', 'defeated'],
        ['key-theft/ex-member', 'full', 'defeated'],
        ['key-theft/ex-member', 'limits', 'defeated'],
        ['key-theft/after-heal', 'limits', 'breached'],
        ['key-theft/archive', 'full', 'breached'],
      ],
    },
  ],
  reading: [
    {
      title: 'RFC 9420: The Messaging Layer Security (MLS) Protocol, §16.6',
      address: 'https://www.rfc-editor.org/rfc/rfc9420',
    },
    { title: 'RFC 7748: Elliptic Curves for Security', address: 'https://www.rfc-editor.org/rfc/rfc7748' },
    {
      title: 'RFC 8446: The Transport Layer Security (TLS) Protocol Version 1.3, §4.6.3 and appendix F.1',
      address: 'https://www.rfc-editor.org/rfc/rfc8446',
    },
    {
      title: 'Cohn-Gordon, Cremers and Garratt, On Post-Compromise Security, CSF 2016',
      address: 'https://eprint.iacr.org/2016/221',
    },
    {
      title: 'CWE-613: Insufficient Session Expiration',
      address: 'https://cwe.mitre.org/data/definitions/613.html',
    },
  ],
};
