/** The lesson of the scenario log-sniffer. */
export const LOG_SNIFFER_FR: Readonly<Record<string, string>> = {
  'The relay’s log holds a line for each message, body and all: under none the door code stands in it as Bob wrote it.':
    'Le journal du relais contient une ligne par message, corps compris : sous none, le code de la porte s’y trouve tel que Bob l’a écrit.',
  'Under encryption the line is still there and the code is not. Who wrote, in which room, and how much, can still be read from it.':
    'Sous encryption, la ligne est toujours là, et le code n’y est plus. Qui a écrit, dans quel salon et combien s’y lisent encore.',
  'The log of Bob’s own program is read in every column, full too: it is written after all seals have been opened.':
    'Le journal du propre programme de Bob est lu dans toutes les colonnes, full compris : il est écrit après l’ouverture de tous les sceaux.',
  'What crosses the wire, and who holds a copy of it before anybody attacks?':
    'Que passe-t-il sur le réseau, et qui en détient une copie avant toute attaque ?',
  'Look at the ghost: she connects, joins no room, and receives all the same.':
    'Regardez le fantôme : elle se connecte, n’entre dans aucun salon, et reçoit quand même.',
  'Count the copies: the wire, the relay’s log, every open connection, the log of each receiving program.':
    'Comptez les copies : le câble, le journal du relais, chaque connexion ouverte, le journal de chaque programme destinataire.',
  'Under none every copy holds the body in clear. A tag or a signature beside it takes nothing away.':
    'Sous none, chaque copie contient le corps en clair. Un code d’authentification ou une signature à côté n’en retire rien.',
  'Which property breaks, and why does it break under mac and signature as it does under none?':
    'Quelle propriété est rompue, et pourquoi l’est-elle sous mac et signature comme sous none ?',
  'Ask what Mallory changes: nothing. She only reads.':
    'Demandez-vous ce que Mallory modifie : rien. Elle ne fait que lire.',
  'It is confidentiality: her guess of a fresh secret is right. A tag proves that the words are whole; it does not hide them.':
    'C’est la confidentialité : elle devine juste un secret tout neuf. Un code d’authentification prouve que les mots sont intacts ; il ne les cache pas.',
  'Sealed under a key that neither the relay nor a stranger has, the words are gone from the log, the wire and the ghost’s copy at once.':
    'Scellés sous une clé que n’ont ni le relais ni une inconnue, les mots disparaissent à la fois du journal, du câble et de la copie du fantôme.',
  'Which defense stops which reader, and what is still told when all the words are sealed?':
    'Quelle défense arrête quelle lecture, et qu’est-ce qui se dit encore quand tous les mots sont scellés ?',
  'Fernet hides the words and not their length: a short yes and a long no do not look alike.':
    'Fernet cache les mots et non leur longueur : un oui bref et un long non ne se ressemblent pas.',
  'pad takes the length away, log-redaction the names in the log, tls the names on the wire: each of them only its own.':
    'pad retire la longueur, log-redaction les noms du journal, tls les noms sur le câble : chacune la sienne seulement.',
  'Nothing on the way reaches the log that Bob’s program writes after opening. Only a program that does not log words helps.':
    'Rien de ce qui protège le chemin n’atteint le journal que le programme de Bob écrit après ouverture. Seul un programme qui ne journalise pas les mots y remédie.',
};
