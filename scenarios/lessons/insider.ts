import type { Lesson } from '../../src/model/lesson.js';

export const insiderLesson: Lesson = {
  notice: [
    'In forge Alice says nothing, and words stand under her name.',
    'Under mac and fernet every tag is right: Mallory has the group’s key and makes it as Alice would.',
    'homoglyph forges no name: the nick only looks like Alice’s. signature refuses it because no key is pinned for it (unknown-author).',
    'In two-versions both versions are truly signed. Nobody can refuse either; transcript reveals that there are two.',
  ],
  questions: [
    {
      asks: 'What is on the wire when Mallory writes as Alice, and from which connection does it come?',
      hints: [
        'The nick in a header is a text like any other. Who writes it there?',
        'It is Alice’s nick, a tag that is right, and Mallory’s own connection.',
        'Only the connection gives her away: limits holds a nick to the connection that joined with it, and refuses (nick-bound).',
      ],
      cells: [
        ['insider/forge', 'none', 'breached'],
        ['insider/forge', 'mac', 'breached'],
        ['insider/forge', 'fernet', 'breached'],
        ['insider/forge', 'limits', 'defeated'],
      ],
    },
    {
      asks: 'Why does the tag verify, and which property breaks?',
      hints: [
        'Who can check an HMAC? Who can make one?',
        'The same people: all who have the key. It tells members from strangers, and no member from another.',
        'Attribution breaks: the words are whole, and they are not Alice’s. bound and sequence do not help, for theirs is the same group key.',
      ],
      cells: [
        ['insider/forge', 'mac', 'breached'],
        ['insider/forge', 'bound', 'breached'],
        ['insider/forge', 'sequence', 'breached'],
        ['insider/rewrap', 'fernet', 'breached'],
      ],
    },
    {
      asks: 'What does a signature add, and what gets through it?',
      hints: [
        'It takes something that Alice has and Mallory has not.',
        'Her own key, pinned out of band. It signs author and room with the words: forge and rewrap meet bad-signature.',
        'A member who signs two versions of one message, with the relay’s help, breaks agreement: signature lets it through, transcript reveals it (view-differs).',
      ],
      cells: [
        ['insider/forge', 'signature', 'defeated'],
        ['insider/rewrap', 'signature', 'defeated'],
        ['insider/homoglyph', 'signature', 'defeated'],
        ['insider/homoglyph', 'limits', 'breached'],
        ['insider/two-versions', 'signature', 'breached'],
        ['insider/two-versions', 'transcript', 'detected'],
      ],
    },
  ],
  reading: [
    {
      title: 'RFC 2104: HMAC: Keyed-Hashing for Message Authentication',
      address: 'https://www.rfc-editor.org/rfc/rfc2104',
    },
    {
      title: 'RFC 8032: Edwards-Curve Digital Signature Algorithm (EdDSA)',
      address: 'https://www.rfc-editor.org/rfc/rfc8032',
    },
    { title: 'Davis, Defective Sign & Encrypt in S/MIME, PKCS#7, MOSS, PEM, PGP, and XML, USENIX 2001' },
    {
      title: 'Unicode Technical Standard #39: Unicode Security Mechanisms, §4',
      address: 'https://www.unicode.org/reports/tr39/',
    },
    {
      title: 'CWE-1007: Insufficient Visual Distinction of Homoglyphs Presented to User',
      address: 'https://cwe.mitre.org/data/definitions/1007.html',
    },
    { title: 'Li, Krohn, Mazières and Shasha, Secure Untrusted Data Repository (SUNDR), OSDI 2004' },
  ],
};
