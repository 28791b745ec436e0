import type { Pattern } from './said.js';

/** What the coursework's programs always say alike: titles, what they are, what stops them. */
export const LABS_FR: Readonly<Record<string, string>> = {
  'Big brother subscribes and reads': 'Big Brother s’abonne et lit',
  'The first lab’s big brother: a program that subscribes to the server’s broadcast, never joins, and prints what everybody writes.':
    'Le Big Brother du premier TP : un programme qui s’abonne à la diffusion du serveur, n’entre jamais dans un salon et affiche ce que chacun écrit.',
  'The join flood': 'L’inondation d’entrées',
  'The first lab’s flood: a loop around join, under ever new names, until the server has enough.':
    'L’inondation du premier TP : une boucle autour de join, sous des noms toujours nouveaux, jusqu’à ce que le serveur n’en puisse plus.',
  'The rogue server that swaps text': 'Le serveur malveillant qui remplace le texte',
  'The first lab’s rogue server: it carries what it is given and puts other words in. An exploit that only appends to base64, which decoders ignore, changes nothing; this one changes what is shown.':
    'Le serveur malveillant du premier TP : il transporte ce qu’on lui confie et y met d’autres mots. Un exploit qui ne fait qu’ajouter au base64 des caractères que les décodeurs ignorent ne change rien ; celui-ci change ce qui est affiché.',
  'Callback handlers that are never removed': 'Des callback handlers qui ne sont jamais retirés',
  'The second lab’s server: it keeps the callback handler of every client that ever connected. Clients come and go, the handlers stay.':
    'Le serveur du second TP : il garde le callback handler de chaque client qui s’est un jour connecté. Les clients vont et viennent, les handlers restent.',
  'The pickle exploit': 'L’exploit pickle',
  'The first lab’s exploit: the server unpickles what anybody sends, and __reduce__ says what to call. An exploit that sends JSON to a server of pickles fails for that alone; this one sends a pickle.':
    'L’exploit du premier TP : le serveur désérialise avec pickle ce que n’importe qui envoie, et __reduce__ dit quoi appeler. Un exploit qui envoie du JSON à un serveur qui attend des pickles échoue pour cette seule raison ; celui-ci envoie un pickle.',
  'this machine has no python3, so that nothing was unpickled; the chat’s own reviving codec is attacked in "mallory scenario deserialization"':
    'cette machine n’a pas de python3, rien n’a donc été désérialisé par pickle ; le codec de la messagerie, qui redonne lui aussi vie aux objets, est attaqué dans « mallory scenario deserialization »',
  'Mallory sends the pickle of an object whose __reduce__ returns exec and a line of Python that creates one file':
    'Mallory envoie le pickle d’un objet dont __reduce__ renvoie exec et une ligne de Python qui crée un seul fichier',
  'the line ran, and the laboratory found the canary file of this run':
    'la ligne s’est exécutée, et le laboratoire a trouvé le fichier témoin de cet essai',
  canary: 'fichier témoin',
  'no canary was found': 'aucun fichier témoin n’a été trouvé',
  'an honest pickle, read the same way, created nothing':
    'un pickle honnête, lu de la même façon, n’a rien créé',
  'an Unpickler whose find_class refuses every name': 'un Unpickler dont find_class refuse tous les noms',
  'json.loads in the place of pickle.loads': 'json.loads à la place de pickle.loads',
  'the code ran': 'le code s’est exécuté',
  'the name was refused, and no canary was found':
    'le nom a été refusé, et aucun fichier témoin n’a été trouvé',
  'the same wish written in JSON was read as data, and no canary was found':
    'le même vœu écrit en JSON a été lu comme une donnée, et aucun fichier témoin n’a été trouvé',
  'A salt in clear': 'Un sel en clair',
  'The first lab’s authenticated client and server: the key comes from a password and a salt, and the salt travels in clear in the server’s reply.':
    'Le client et le serveur authentifiés du premier TP : la clé vient d’un mot de passe et d’un sel, et le sel voyage en clair dans la réponse du serveur.',
  'a password of 128 random bits': 'un mot de passe de 128 bits aléatoires',
  'signature: keys of one’s own, which no salt goes into':
    'signature : des clés personnelles, où n’entre aucun sel',
  'The timed client: subtract 45 s when sending, and see':
    'Le client horodaté : retirer 45 s à l’émission, et voir',
  'The second lab’s timed Fernet client, encrypt_at_time and decrypt_at_time with a TTL of 30 s: what happens where the sender takes 45 s off the time?':
    'Le client Fernet horodaté du second TP, encrypt_at_time et decrypt_at_time avec un TTL de 30 s : que se passe-t-il quand l’expéditeur retire 45 s à l’heure ?',
  'the TTL, against a copy 45 s later': 'le TTL, contre une copie 45 s plus tard',
  'the TTL, against a copy 10 s later': 'le TTL, contre une copie 10 s plus tard',
  'Different passwords on both sides': 'Des mots de passe différents des deux côtés',
  'Either lab’s ciphered clients, started with two passwords. Students wrote that the client crashes then; nobody’s has to.':
    'Les clients chiffrés de l’un ou l’autre TP, démarrés avec deux mots de passe. Des étudiants ont écrit qu’alors le client plante ; aucun n’y est contraint.',
  "Bob's program ended": 'le programme de Bob s’est arrêté',
  'the same program of Bob’s survived even where the exception is let out of its handler':
    'le même programme de Bob a survécu même quand l’exception sort de son gestionnaire',
};

/** What happened when they were played. */
export const PLAYED_FR: readonly Pattern[] = [
  ['the referee: {because}', 'l’arbitre : {because}'],
  [
    'she received {N} messages of the room and had sent {Joins} joins',
    'messages du salon qu’elle a reçus : {N} ; demandes d’entrée qu’elle avait envoyées : {Joins}',
  ],
  [
    'the relay held at most {N} sessions; as it grew: {peaks}',
    'le relais a détenu jusqu’à {N} sessions ; leur nombre à mesure qu’il croissait : {peaks}',
  ],
  [
    "{Who}'s program showed, as from {Author}: “{text}”, which nobody sent",
    'le programme de {Who} a affiché, comme venant de {Author} : « {text} », que personne n’a envoyé',
  ],
  [
    'the server’s pickle.loads (Python {Version}, in a contained process of its own) reads it: {what}',
    'le pickle.loads du serveur (Python {Version}, dans un processus confiné à part) le lit : {what}',
  ],
  [
    "a tap on Bob's connection held the {Bytes} bytes of salt in clear, and could not read the secret in the messages",
    'une écoute de la connexion de Bob a obtenu les {Bytes} octets de sel en clair, et n’a pas pu lire le secret dans les messages',
  ],
  [
    "a tap on Bob's connection held the {Bytes} bytes of salt in clear, and read the secret in the messages",
    'une écoute de la connexion de Bob a obtenu les {Bytes} octets de sel en clair, et a lu le secret dans les messages',
  ],
  [
    'with a password from a list, the salt is all that a guesser lacks: {outcome}',
    'quand le mot de passe figure sur une liste, il ne manque que le sel à qui devine : {outcome}',
  ],
  [
    "with the salt swapped, of Alice's messages {deliveries}",
    'une fois le sel remplacé, pour les messages d’Alice : {deliveries}',
  ],
  [
    "with a TTL of 30 s, of Alice's messages {deliveries}: Python says InvalidToken",
    'avec un TTL de 30 s, pour les messages d’Alice : {deliveries} ; Python dit InvalidToken',
  ],
  [
    "without a TTL, of Alice's messages {deliveries}: nobody looks at the time",
    'sans TTL, pour les messages d’Alice : {deliveries} ; personne ne regarde l’heure',
  ],
  [
    "Bob's program, a process of its own with another password, refused {N} of {Of} ({codes}) of what the others wrote and went on",
    'messages des autres refusés par le programme de Bob, un processus à part avec un autre mot de passe, qui a continué : {N} sur {Of} ({codes})',
  ],
  [
    "Alice's program refused {N} of {Of} ({codes}) of what Bob wrote and went on",
    'messages de Bob refusés par le programme d’Alice, qui a continué : {N} sur {Of} ({codes})',
  ],
  [
    "Carol, who has Alice's password, was shown {N} messages of Alice's",
    'Carol, qui a le mot de passe d’Alice, a vu {N} messages d’Alice',
  ],
  [
    "the same program of Bob's, where the exception is let out of its handler, ended with status {Status}; Carol was shown {N} messages all the same",
    'le même programme de Bob, quand l’exception sort de son gestionnaire, s’est arrêté avec le code {Status} ; Carol a tout de même vu {N} messages',
  ],
  // What the adversary did comes last: it takes whatever begins with her name.
  ['Mallory {deed}', 'Mallory {deed}'],
];
