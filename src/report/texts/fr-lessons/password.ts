/** The lesson of the scenario password. */
export const PASSWORD_FR: Readonly<Record<string, string>> = {
  'Mallory sends nothing: she reads the relay’s log and tries likely passwords on her own machine, where nobody counts.':
    'Mallory n’envoie rien : elle lit le journal du relais et essaie des mots de passe probables sur sa propre machine, où personne ne compte.',
  'A key from 480 000 iterations of PBKDF2 falls as one from a single SHA-256 does: compare fernet and password-sha256.':
    'Une clé tirée de 480 000 itérations de PBKDF2 tombe comme celle d’un seul SHA-256 : comparez fernet et password-sha256.',
  'signature and full say “not applicable”: in these chats no key follows from a password.':
    'Pour signature et full, l’attaque est sans objet : dans ces messageries, aucune clé ne découle d’un mot de passe.',
  'What is on the wire and in the log that depends on the password?':
    'Qu’y a-t-il sur le réseau et dans le journal qui dépende du mot de passe ?',
  'The password itself never travels. Ask what was made with it.':
    'Le mot de passe lui-même ne voyage jamais. Demandez-vous ce qui a été fait avec lui.',
  'The salt crosses the wire in clear, in the relay’s answer to a join. Each sealed message was made under the key that follows from password and salt.':
    'Le sel passe en clair sur le réseau, dans la réponse du relais à une entrée. Chaque message scellé l’a été sous la clé qui découle du mot de passe et du sel.',
  'So each of them tests a guess: derive the key, open, see whether a message comes out. Under mac the tag is the test.':
    'Chacun d’eux met donc une hypothèse à l’épreuve : dériver la clé, ouvrir, voir si un message en sort. Sous mac, c’est le code d’authentification qui sert d’épreuve.',
  'Why do the salt and the 480 000 iterations not help here, and what breaks?':
    'Pourquoi le sel et les 480 000 itérations n’aident-ils pas ici, et qu’est-ce qui est rompu ?',
  'What is each of them against? Neither is against a password that is on the list.':
    'Contre quoi chacun est-il fait ? Ni l’un ni l’autre contre un mot de passe qui est sur la liste.',
  'A salt forbids tables made beforehand. Iterations make each guess dear, which a list of eight does not feel.':
    'Un sel interdit les tables préparées d’avance. Les itérations rendent chaque essai coûteux, ce qu’une liste de huit ne sent pas.',
  'The secrecy of the password breaks, and with it all that is derived from it: one guess opens the whole log.':
    'C’est le secret du mot de passe qui est rompu, et avec lui tout ce qui en dérive : un essai juste ouvre tout le journal.',
  'Which chats have nothing to guess, and what do they pay for it?':
    'Quelles messageries n’ont rien à deviner, et que leur en coûte-t-il ?',
  'Look for the cells in which the attack has nothing to work on.':
    'Cherchez les cases où l’attaque n’a rien sur quoi agir.',
  'Keys that nobody thought up: the personal keys of signature, the epoch’s random key in full.':
    'Des clés que personne n’a inventées : les clés personnelles de signature, la clé d’époque aléatoire de full.',
  'Somebody must vouch for them: rogue-server/substitute-key exists only where there are personal keys, and is defeated because they were pinned out of band. And signature alone hides no word.':
    'Il faut que quelqu’un en réponde : rogue-server/substitute-key n’existe que là où il y a des clés personnelles, et elle est repoussée parce qu’elles ont été épinglées hors bande. Et signature seule ne cache aucun mot.',
};
