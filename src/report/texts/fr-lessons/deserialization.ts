/** The lesson of the scenario deserialization. */
export const DESERIALIZATION_FR: Readonly<Record<string, string>> = {
  'The frame runs code when it is decoded, before any tag or signature is looked at. Of the single defenses only codec stops server, client, prototype-pollution and bomb.':
    'La trame exécute du code quand elle est décodée, avant qu’on regarde un code d’authentification ou une signature. Parmi les défenses seules, codec est l’unique à arrêter server, client, prototype-pollution et bomb.',
  'In inner-blind the code is planted in Alice’s sealed body, and mac, fernet and signature refuse it. In inner-insider it stands in a member’s own valid message, and they let it through.':
    'Dans inner-blind, le code est glissé dans le corps scellé d’Alice, et mac, fernet et signature le refusent. Dans inner-insider, il se trouve dans le propre message, valable, d’un membre, et elles le laissent passer.',
  'The code really runs, in a contained victim process, and what it leaves there is the proof.':
    'Le code s’exécute vraiment, dans un processus victime confiné, et ce qu’il y laisse sert de preuve.',
  'What does the relay do with a frame before it looks at who sent it?':
    'Que fait le relais d’une trame avant de regarder qui l’a envoyée ?',
  'Put the steps in order: receive, decode, check, forward.':
    'Mettez les étapes en ordre : recevoir, décoder, contrôler, transmettre.',
  'Decoding comes first, and this decoder revives functions: a text in the frame becomes code.':
    'Le décodage vient en premier, et ce décodeur ressuscite des fonctions : un texte de la trame devient du code.',
  'So the code of a stranger without any secret has run before the first check could.':
    'Ainsi le code d’une inconnue sans aucun secret s’est exécuté avant que le premier contrôle n’ait pu le faire.',
  'Why do fernet and signature not help in server, and help in inner-blind? Which property is it?':
    'Pourquoi fernet et signature n’aident-elles pas dans server, alors qu’elles aident dans inner-blind ? De quelle propriété s’agit-il ?',
  'Where does the payload stand: in the frame, or in the sealed body?':
    'Où se trouve la charge : dans la trame, ou dans le corps scellé ?',
  'It is execution safety. The seals cover the body; the frame around it is decoded before they are opened.':
    'C’est la sûreté d’exécution. Les sceaux couvrent le corps ; la trame qui l’entoure est décodée avant leur ouverture.',
  'In inner-blind the body was changed, so that bad-hmac and bad-signature come before its decoding. In inner-insider a member sealed it herself: authentication says who sent the code, not that it is harmless.':
    'Dans inner-blind, le corps a été changé : bad-hmac et bad-signature précèdent donc son décodage. Dans inner-insider, un membre l’a scellé lui-même : l’authentification dit qui a envoyé le code, non qu’il est inoffensif.',
  'Which defense stops all six, and what does it leave open?':
    'Quelle défense arrête les six, et que laisse-t-elle ouvert ?',
  'Which format can say only data?': 'Quel format ne sait dire que des données ?',
  'codec: a size limit, JSON, a strict schema, objects without a prototype. All six cells turn.':
    'codec : une limite de taille, JSON, un schéma strict, des objets sans prototype. Les six cases basculent.',
  'It protects the programs and says nothing about the words: a well-formed lie passes, as rogue-server/rewrite under codec shows.':
    'Elle protège les programmes et ne dit rien des mots : un mensonge bien formé passe, comme le montre rogue-server/rewrite sous codec.',
};
