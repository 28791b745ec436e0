/** The lesson of the scenario session. */
export const SESSION_FR: Readonly<Record<string, string>> = {
  'No word is forged here. A join and a leave are requests, and the relay of none believes the nick that stands in them.':
    'Aucun mot n’est falsifié ici. Une entrée et un départ sont des requêtes, et le relais de none croit le pseudonyme qui s’y trouve.',
  'Under none Alice is told that her nick is in use. Under limits she is told that it is bound to another connection: the squatter has become safer.':
    'Sous none, Alice apprend que son pseudonyme est pris. Sous limits, elle apprend qu’il est attaché à une autre connexion : l’usurpatrice n’en est que plus tranquille.',
  'In log-injection one event makes two lines of the log, and the second tells of something that never happened.':
    'Dans log-injection, un seul événement fait deux lignes du journal, et la seconde raconte une chose qui n’a jamais eu lieu.',
  'What stands in a join and in a leave, and who checks it?':
    'Que contiennent une entrée et un départ, et qui le contrôle ?',
  'A number, a room, a nick. Which of them could the relay verify?':
    'Un numéro, un salon, un pseudonyme. Lequel le relais pourrait-il vérifier ?',
  'Under none it gives a nick to whoever asks first, and takes a member out when anybody names her.':
    'Sous none, il donne un pseudonyme à qui le demande d’abord, et retire un membre dès que n’importe qui le nomme.',
  'What it logs it has not checked either: a line feed in a nick ends one line of the log and begins another.':
    'Ce qu’il journalise, il ne l’a pas contrôlé non plus : un saut de ligne dans un pseudonyme termine une ligne du journal et en commence une autre.',
  'Why does limits stop force-leave and not squat, and why does signature alone stop neither?':
    'Pourquoi limits arrête-t-elle force-leave et non squat, et pourquoi signature seule n’arrête-t-elle ni l’une ni l’autre ?',
  'In each of them, who was first on that nick?':
    'Dans chacune des deux, qui était la première sur ce pseudonyme ?',
  'limits holds a nick to the connection that joined with it. That protects Alice in force-leave, and Mallory in squat.':
    'limits attache un pseudonyme à la connexion qui est entrée avec lui. Cela protège Alice dans force-leave, et Mallory dans squat.',
  'signature signs messages. Without limits nobody asks for a signed join: availability breaks though no message could be forged.':
    'signature signe des messages. Sans limits, personne ne demande d’entrée signée : la disponibilité est rompue, bien qu’aucun message n’ait pu être falsifié.',
  'What stops squat in the end, what keeps the log whole, and whom does all this trust?':
    'Qu’est-ce qui arrête enfin squat, qu’est-ce qui garde le journal intact, et à qui tout cela fait-il confiance ?',
  'squat takes two things: a relay that asks, and a key that can answer.':
    'Contre squat, il faut deux choses : un relais qui demande, et une clé qui sait répondre.',
  'limits+signature: a join must be signed by the member that it names (unproven-member). In the log, codec refuses the nick, limits escapes the line feed, log-redaction writes digests.':
    'limits+signature : une entrée doit être signée par le membre qu’elle nomme (unproven-member). Pour le journal, codec refuse le pseudonyme, limits neutralise le saut de ligne, log-redaction écrit des empreintes.',
  'It trusts the relay to ask. A rogue one puts any nick over a message, limits or not: rogue-server/re-attribute. There only a check of the members’ own helps.':
    'Cela fait confiance au relais pour demander. Un relais malveillant met n’importe quel pseudonyme sur un message, avec ou sans limits : rogue-server/re-attribute. Là, seul un contrôle des membres eux-mêmes y remédie.',
};
