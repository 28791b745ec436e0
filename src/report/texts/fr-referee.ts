import type { Pattern } from './said.js';

/** What the referee and the laboratory always say alike. */
export const RULINGS_FR: Readonly<Record<string, string>> = {
  relay: 'le relais',
  'whoever reads the log': 'quiconque lit le journal',
  'whoever listens on the connection': 'quiconque écoute la connexion',
  'whoever sits on the connection': 'quiconque se tient sur la connexion',
  'an outsider': 'une personne extérieure',
  'another member': 'un autre membre',
  'the thief': 'la voleuse',
  'the relay': 'le relais',
  'the relay and a member together': 'le relais et un membre ensemble',
  'no-canary': 'aucun fichier témoin',
  'foreign-payload': 'charge étrangère',
  'timed-out': 'délai dépassé',
  crashed: 'planté',
  once: 'une fois',
  twice: 'deux fois',
  benign: 'négatif',
  positive: 'positif',
  'the size': 'la taille',
  'the author': 'l’auteur',
  'the room': 'le salon',
  'the author and the room': 'l’auteur et le salon',
  "mallory's guess is the group password": 'mallory a deviné le mot de passe du groupe',
  'every message was delivered once, in order; nothing was refused':
    'chaque message a été remis une fois, dans l’ordre ; rien n’a été refusé',
  'nothing was said': 'rien n’a été dit',
  'one event made two lines of the relay’s log, the second forged':
    'un seul événement a fait deux lignes dans le journal du relais, la seconde forgée',
  'no part under test refused an altered artefact': 'aucune partie à l’essai n’a refusé un objet modifié',
  'no part under test refused a further delivery of a shown message':
    'aucune partie à l’essai n’a refusé une nouvelle remise d’un message affiché',
  'the adversary never touched a delivery': 'l’adversaire n’a touché à aucune remise',
  'the adversary kept no message from anybody': 'l’adversaire n’a privé personne d’un message',
  'no part under test refused what came too late or out of its place':
    'aucune partie à l’essai n’a refusé ce qui est venu trop tard ou hors de sa place',
  'the secret stood in clear in what the adversary held, and no guess was that':
    'le secret se lisait en clair dans ce que l’adversaire avait en main, et aucune de ses réponses ne l’était',
  'the log tells of her request in one line': 'le journal rapporte sa demande en une seule ligne',
  'the property held but no part under test refused or acted':
    'la propriété a tenu, mais aucune partie à l’essai n’a refusé ni agi',
  'the adversary never sent anything': 'l’adversaire n’a jamais rien envoyé',
  'the counter stayed under its cap, but no part under test saw to it':
    'le compteur est resté sous sa limite, mais aucune partie à l’essai n’y a veillé',
  'after the flood nobody joined and was heard':
    'après l’inondation, personne n’est entré et n’a été entendu',
  'the adversary never guessed': 'l’adversaire n’a jamais proposé de réponse',
  'the adversary never held the message that carries the secret':
    'l’adversaire n’a jamais eu en main le message qui porte le secret',
  'the adversary held what the log says of the message and its best guess of the secret is wrong':
    'l’adversaire a eu en main ce que le journal dit du message, et ce qu’elle a deviné de mieux est faux',
  'the adversary held all that crossed the connection and its best guess of the secret is wrong':
    'l’adversaire a eu en main tout ce qui a traversé la connexion, et ce qu’elle a deviné de mieux est faux',
  'the adversary held the message and its best guess of the secret is wrong':
    'l’adversaire a eu le message en main, et ce qu’elle a deviné de mieux est faux',
  'this chat has no such mechanism': 'cette messagerie n’a pas ce mécanisme',
  'the attack has no tactic for this wire format': 'l’attaque n’a pas de tactique pour ce format de trames',
  'both encrypt the body for the same members, so the second adds nothing':
    'toutes deux chiffrent le corps pour les mêmes membres, la seconde n’ajoute donc rien',
  'the TCP stream': 'le flux TCP',
  sessions: 'sessions',
  'unsent bytes for one reader': 'octets en attente pour un seul lecteur',
  'bytes of one incoming message': 'octets d’un seul message entrant',
};

/** What no check covered in a run that was breached: the end of the referee's sentence. */
const UNCOVERED_FR: readonly Pattern[] = [
  ['nothing kept the words from {whom}', 'rien n’a caché les mots à {whom}'],
  ['nothing hid it from {whom}', 'rien ne l’a caché à {whom}'],
  [
    'nothing kept guesses from being tried offline',
    'rien n’a empêché d’essayer des mots de passe hors ligne',
  ],
  [
    'nothing kept what had been said before from the thief',
    'rien n’a caché à la voleuse ce qui avait été dit avant',
  ],
  [
    'nothing kept what was said afterwards from the thief',
    'rien n’a caché à la voleuse ce qui s’est dit ensuite',
  ],
  [
    'nothing told {who} that it had been shown before',
    'rien n’a dit à {who} que cela avait déjà été affiché',
  ],
  ['nothing held its age against a clock that is right', 'rien n’en a comparé l’âge à une horloge à l’heure'],
  ['nothing told that its place was past', 'rien n’a dit que sa place était passée'],
  [
    'nothing held the answer against what its author had seen',
    'rien n’a comparé la réponse à ce que son auteur avait vu',
  ],
  ['nothing said so', 'rien ne l’a dit'],
  ['nothing that they compare showed it', 'rien de ce qu’ils comparent ne l’a montré'],
  ['nothing said that it was missing', 'rien n’a dit qu’il manquait'],
  ['no check stood before the decoder', 'aucun contrôle ne précédait le décodeur'],
  ['no limit stood against it', 'aucune limite ne s’y opposait'],
  [
    'no limit and no check stood against it, and no alarm told of it',
    'aucune limite ni aucun contrôle ne s’y opposait, et aucune alerte ne l’a dit',
  ],
  ['nothing stood against what brought that about', 'rien ne s’opposait à ce qui en est la cause'],
  [
    'nothing asked whoever came first to prove whose nick it is',
    'rien n’a demandé au premier venu de prouver à qui est le pseudonyme',
  ],
  ['nothing escaped the break of the line', 'rien n’a échappé le saut de ligne'],
  [
    'no check held the name against those of the members',
    'aucun contrôle n’a comparé le nom à ceux des membres',
  ],
  [
    'nothing that another member cannot make ties the words to the nick',
    'rien qu’un autre membre ne puisse faire aussi ne lie les mots au pseudonyme',
  ],
  [
    'nothing that another member cannot make ties the words to the room',
    'rien qu’un autre membre ne puisse faire aussi ne lie les mots au salon',
  ],
  [
    'nothing that another member cannot make ties the words to the nick and the room',
    'rien qu’un autre membre ne puisse faire aussi ne lie les mots au pseudonyme et au salon',
  ],
  ['no check ties the words to the nick', 'aucun contrôle ne lie les mots au pseudonyme'],
  ['no check ties the words to the room', 'aucun contrôle ne lie les mots au salon'],
  [
    'no check ties the words to the nick and the room',
    'aucun contrôle ne lie les mots au pseudonyme et au salon',
  ],
  [
    'no check of {reader}’s covers the words against {whom}',
    'aucun contrôle de {reader} ne couvre les mots contre {whom}',
  ],
];

/** What it says with places. */
export const RULED_FR: readonly Pattern[] = [
  ...UNCOVERED_FR.map(
    ([english, french]): Pattern => [`{because}, and ${english}`, `{because}, et ${french}`],
  ),
  ['the {kind} control of {of} failed: {because}', 'le témoin {kind} de {of} a échoué : {because}'],
  ['{because}; {who} raised the alarm: {means}', '{because} ; {who} a donné l’alerte : {means}'],
  ['{because}; {who} stumbled: {means}', '{because} ; {who} a trébuché : {means}'],
  ['{who} refused it: {means}', '{who} l’a refusé : {means}'],
  ['{who} refused an honest frame: {means}', '{who} a refusé une trame honnête : {means}'],
  ['{who} raised an alarm: {means}', '{who} a donné l’alerte : {means}'],
  ['{who} sent a text that has no UTF-8 form', '{who} a envoyé un texte qui n’a pas de forme UTF-8'],
  ['{who} could not say something: {means}', '{who} n’a pas pu dire quelque chose : {means}'],
  ['{who} could not say what she wanted to: {means}', '{who} n’a pas pu dire ce qu’elle voulait : {means}'],
  [
    '{who} was let in and never told that she is in the room',
    '{who} a été admise et n’a jamais appris qu’elle est dans le salon',
  ],
  ['{who} did not get in: {means}', '{who} n’a pas pu entrer : {means}'],
  [
    "{who} showed under a name that looks like {seeming}'s a text that {writer} did not write",
    '{who} a affiché, sous un nom qui ressemble à celui de {seeming}, un texte que {writer} n’a pas écrit',
  ],
  [
    "{who} showed as {author}'s a text that nobody sent in {room}",
    '{who} a affiché, comme venant de {author}, un texte que personne n’a envoyé dans {room}',
  ],
  [
    "{who} showed as {author}'s a text that {writer} wrote",
    '{who} a affiché, comme venant de {author}, un texte que {writer} a écrit',
  ],
  [
    "{who} showed a message of {author}'s {seconds} s after it was sent, as if it were new",
    '{who} a affiché un message de {author} {seconds} s après son envoi, comme s’il était nouveau',
  ],
  [
    "{who} showed {author}'s earlier message after the later one",
    '{who} a affiché un message antérieur de {author} après le suivant',
  ],
  [
    "{who} showed {author}'s answer before what it answers",
    '{who} a affiché la réponse de {author} avant ce à quoi elle répond',
  ],
  ['{who} showed {shown} what was sent {sent}', '{who} a affiché {shown} ce qui a été envoyé {sent}'],
  ['its tactics cannot be played: {what}', 'ses tactiques ne peuvent être jouées : {what}'],
  ['{count} times', '{count} fois'],
  [
    "{one} and {other} were shown different texts in {author}'s message {number}",
    '{one} et {other} ont vu des textes différents dans le message {number} de {author}',
  ],
  [
    '{one} and {other} were shown two messages in opposite orders',
    '{one} et {other} ont vu deux messages dans des ordres opposés',
  ],
  ['{who} never saw a message that {author} sent', '{who} n’a jamais vu un message que {author} a envoyé'],
  [
    '{who} never saw a message that {author} sent: its frame was refused ({means})',
    '{who} n’a jamais vu un message que {author} a envoyé : sa trame a été refusée ({means})',
  ],
  [
    "{who} was shown what came after a message of {author}'s, and never that message",
    '{who} a vu ce qui venait après un message de {author}, et jamais ce message',
  ],
  [
    "mallory's guess is {author}'s secret, digit for digit",
    'mallory a deviné le secret de {author}, chiffre pour chiffre',
  ],
  [
    'mallory named {what} of each of the {count} messages',
    'mallory a nommé {what} de chacun des {count} messages',
  ],
  [
    'mallory named {what} of {Right} of the {count} messages',
    'mallory a nommé {what} de {Right} des {count} messages',
  ],
  [
    'what the frame brought took effect where {who} decodes: its canary was found',
    'ce que la trame apportait a pris effet là où {who} décode : son fichier témoin a été trouvé',
  ],
  [
    'the relay came to hold more than {value} {what}, beyond {cap}',
    'le relais a fini par détenir plus de {value} {what}, au-delà de {cap}',
  ],
  [
    'the relay came to hold {value} {what}, beyond {cap}',
    'le relais a fini par détenir {value} {what}, au-delà de {cap}',
  ],
  [
    'what the frame asks for ended the process that decodes it as {who} does ({why})',
    'ce que la trame demande a mis fin au processus qui la décode comme {who} ({why})',
  ],
  // Compositions that make no sense.
  ['{id} names {part} twice', '{id} nomme {part} deux fois'],
  [
    '{part} and {rival} do not compose ({id}): {why}',
    '{part} et {rival} ne vont pas ensemble ({id}) : {why}',
  ],
  ['both stand in the place "{stage}"', 'toutes deux tiennent la place « {stage} »'],
  [
    '{part} is no part of {id}, and cannot be taken out of it',
    '{part} n’est pas une partie de {id}, et ne peut en être ôtée',
  ],
  [
    'none is the absence of a defense: leave it out of {id}',
    'none est l’absence de défense : ôtez-le de {id}',
  ],
  ['{code}, a code of the part {part}', '{code}, un code de la partie {part}'],
  [
    '{code}, a code that names no part as id:word does',
    '{code}, un code qui ne nomme aucune partie, comme le fait id:word',
  ],
  ['a part threw instead of answering ({what})', 'une partie a échoué au lieu de répondre ({what})'],
  ["{who}'s log", 'le journal de {who}'],
];
