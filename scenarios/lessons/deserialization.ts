import type { Lesson } from '../../src/model/lesson.js';

export const deserializationLesson: Lesson = {
  notice: [
    'The frame runs code when it is decoded, before any tag or signature is looked at. Of the single defenses only codec stops server, client, prototype-pollution and bomb.',
    'In inner-blind the code is planted in Alice’s sealed body, and mac, fernet and signature refuse it. In inner-insider it stands in a member’s own valid message, and they let it through.',
    'The code really runs, in a contained victim process, and what it leaves there is the proof.',
  ],
  questions: [
    {
      asks: 'What does the relay do with a frame before it looks at who sent it?',
      hints: [
        'Put the steps in order: receive, decode, check, forward.',
        'Decoding comes first, and this decoder revives functions: a text in the frame becomes code.',
        'So the code of a stranger without any secret has run before the first check could.',
      ],
      cells: [
        ['deserialization/server', 'none', 'breached'],
        ['deserialization/client', 'none', 'breached'],
      ],
    },
    {
      asks: 'Why do fernet and signature not help in server, and help in inner-blind? Which property is it?',
      hints: [
        'Where does the payload stand: in the frame, or in the sealed body?',
        'It is execution safety. The seals cover the body; the frame around it is decoded before they are opened.',
        'In inner-blind the body was changed, so that bad-hmac and bad-signature come before its decoding. In inner-insider a member sealed it herself: authentication says who sent the code, not that it is harmless.',
      ],
      cells: [
        ['deserialization/server', 'fernet', 'breached'],
        ['deserialization/server', 'signature', 'breached'],
        ['deserialization/inner-blind', 'encryption', 'breached'],
        ['deserialization/inner-blind', 'mac', 'defeated'],
        ['deserialization/inner-blind', 'fernet', 'defeated'],
        ['deserialization/inner-blind', 'signature', 'defeated'],
        ['deserialization/inner-insider', 'mac', 'breached'],
        ['deserialization/inner-insider', 'fernet', 'breached'],
        ['deserialization/inner-insider', 'signature', 'breached'],
      ],
    },
    {
      asks: 'Which defense stops all six, and what does it leave open?',
      hints: [
        'Which format can say only data?',
        'codec: a size limit, JSON, a strict schema, objects without a prototype. All six cells turn.',
        'It protects the programs and says nothing about the words: a well-formed lie passes, as rogue-server/rewrite under codec shows.',
      ],
      cells: [
        ['deserialization/server', 'codec', 'defeated'],
        ['deserialization/client', 'codec', 'defeated'],
        ['deserialization/inner-blind', 'codec', 'defeated'],
        ['deserialization/inner-insider', 'codec', 'defeated'],
        ['deserialization/prototype-pollution', 'codec', 'defeated'],
        ['deserialization/bomb', 'codec', 'defeated'],
        ['deserialization/prototype-pollution', 'signature', 'breached'],
        ['deserialization/bomb', 'signature', 'breached'],
        ['rogue-server/rewrite', 'codec', 'breached'],
      ],
    },
  ],
  reading: [
    {
      title: 'OWASP Deserialization Cheat Sheet',
      address: 'https://cheatsheetseries.owasp.org/cheatsheets/Deserialization_Cheat_Sheet.html',
    },
    { title: 'CVE-2017-5941 (node-serialize)', address: 'https://nvd.nist.gov/vuln/detail/CVE-2017-5941' },
    {
      title: 'CWE-502: Deserialization of Untrusted Data',
      address: 'https://cwe.mitre.org/data/definitions/502.html',
    },
    {
      title:
        'CWE-1321: Improperly Controlled Modification of Object Prototype Attributes (Prototype Pollution)',
      address: 'https://cwe.mitre.org/data/definitions/1321.html',
    },
    { title: 'Python documentation, pickle', address: 'https://docs.python.org/3/library/pickle.html' },
  ],
};
