/** The lesson of the scenario replay. */
export const REPLAY_FR: Readonly<Record<string, string>> = {
  'What the stranger sends is Alice’s frame, bit for bit: the story says so beside the bytes.':
    'Ce que l’inconnue envoie est la trame d’Alice, bit pour bit : le récit le dit à côté des octets.',
  'She has it because the relay gives every open connection a copy.':
    'Elle la possède parce que le relais donne une copie à chaque connexion ouverte.',
  'Under ttl the copy at 45 s is refused and the copies before are shown. Honest messages that were stored for 45 s are refused too: see the last line of the grid.':
    'Sous ttl, la copie à 45 s est refusée et les copies d’avant sont affichées. Des messages honnêtes gardés 45 s sont refusés aussi : voyez la dernière ligne de la grille.',
  'after-restart gets through sequence: its counters were in memory, and the program was started anew.':
    'after-restart passe malgré sequence : ses compteurs étaient en mémoire, et le programme a redémarré.',
  'What does Mallory send, and what tells it from Alice’s own frame?':
    'Qu’envoie Mallory, et qu’est-ce qui le distingue de la trame même d’Alice ?',
  'Compare the bytes of the two frames in now.': 'Comparez les octets des deux trames dans now.',
  'They are the same. What differs is the connection that they come from, and the time.':
    'Ce sont les mêmes. Ce qui diffère, c’est la connexion d’où ils viennent, et l’heure.',
  'In re-encoded the bytes differ and the message does not: what was authenticated is the same in another spelling.':
    'Dans re-encoded, les octets diffèrent et le message non : ce qui a été authentifié est le même, autrement écrit.',
  'Why do the HMAC of Fernet and a signature verify on a copy, and which property breaks?':
    'Pourquoi le HMAC de Fernet et une signature sont-ils valables sur une copie, et quelle propriété est rompue ?',
  'What do they cover: the words, or the occasion?': 'Que couvrent-ils : les mots, ou l’occasion ?',
  'Nothing was changed, so integrity holds. Uniqueness breaks: one message is shown twice. Against somebody who joined later it is freshness.':
    'Rien n’a été changé, l’intégrité tient donc. C’est l’unicité qui est rompue : un message est affiché deux fois. Envers qui est arrivé plus tard, c’est la fraîcheur.',
  'A Fernet token carries its time, but the specification has it compared only where the reader gives a TTL.':
    'Un jeton Fernet porte son heure, mais la spécification ne la fait comparer que si le lecteur donne une durée de vie.',
  'Which defense stops which copy, and what does it cost or leave open?':
    'Quelle défense arrête quelle copie, et que coûte-t-elle ou que laisse-t-elle ouvert ?',
  'ttl stops the copy that is 45 s old, not one of 10 s, and not where the reader’s clock is 45 s behind.':
    'ttl arrête la copie vieille de 45 s, mais non celle de 10 s, ni celle que lit une horloge en retard de 45 s.',
  'sequence remembers what was taken. A program that was restarted, or joined later, remembers nothing.':
    'sequence se souvient de ce qui a été reçu. Un programme redémarré, ou arrivé plus tard, ne se souvient de rien.',
  'limits stops all seven at the door, for the nick is not of that connection; a rogue server has no such door: see rogue-server/duplicate. full keeps its counters through a restart.':
    'limits arrête les sept à la porte, car le pseudonyme n’est pas de cette connexion ; un serveur malveillant n’a pas de telle porte : voyez rogue-server/duplicate. full garde ses compteurs à travers un redémarrage.',
};
