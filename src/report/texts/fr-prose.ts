import type { Widened } from '../widened.js';
import type { en } from './en.js';

/** The sentences of REPORT.fr.md, Markdown already. */
export const PROSE_FR: Widened<(typeof en)['PROSE']> = {
  title: '# Quel mécanisme arrête quelle attaque ?',
  origin: (version, seed) =>
    `Mesuré par Mallory ${version}, graine ${seed}. Chaque verdict ci-dessous a été disputé sur de vraies sockets en boucle locale, puis calculé à partir de ce qui a été envoyé et de ce qui a été affiché ; rien dans les tableaux n’a été écrit à la main. \`npm run report\` dispute tout à nouveau.`,
  question: [
    '## La question',
    'Cinq mécanismes figurent au programme du cours : le chiffrement, un code d’authentification (MAC), Fernet, Fernet avec une durée de vie (TTL), les signatures. Lequel arrête quoi ? Et est-il vrai que « Fernet ne garantit pas l’intégrité » ?',
  ].join('\n\n'),
  stoppedTitle: '### Qui arrête quoi',
  stoppedIntro:
    'Les attaques de la grille, groupées par ce qu’elles cherchent à briser ; chaque nombre dit combien d’entre elles la défense a arrêtées.',
  tries: 'l’attaque cherche à briser',
  stopped: (defeated, of) =>
    defeated === of
      ? `**${of === 1 ? 'la seule' : `les ${of}`}**`
      : defeated === 0
        ? `aucune sur ${of}`
        : `${defeated} sur ${of}`,
  property: {
    confidentiality: 'confidentialité : le secret des mots',
    integrity: 'intégrité : rien n’est affiché que personne n’a envoyé',
    attribution: 'authenticité : rien n’est affiché sous le nom d’un autre (usurpation d’identité)',
    uniqueness: 'unicité : rien n’est affiché deux fois',
    freshness: 'fraîcheur : rien d’ancien n’est affiché comme nouveau',
    order: 'ordre : rien n’est affiché avant ce qui le précède',
    'causal-order': 'ordre causal : aucune réponse n’est affichée avant sa question',
    completeness: 'complétude : rien ne manque',
    'agreement-content': 'accord : les mêmes mots sont affichés à tous les membres',
    'agreement-order': 'accord : le même ordre est affiché à tous les membres',
    'agreement-omission': 'accord : nul n’est privé de ce que d’autres voient',
    'execution-safety': 'sûreté d’exécution : une donnée n’est pas exécutée comme du code',
    availability: 'disponibilité : un membre honnête est servi, et le relais reste dans ses moyens',
    'log-integrity': 'intégrité du journal : un événement, une ligne',
    'metadata-privacy': 'confidentialité des métadonnées : qui parle où, et combien, reste tu',
    password: 'secret du mot de passe du groupe',
    'forward-secrecy': 'confidentialité persistante : ce qui a été dit avant un vol reste secret',
    'post-compromise':
      'sécurité après compromission : ce qui est dit après le changement des clés redevient secret',
  },
  stops: (defense, count, of, attacks) =>
    count === 0
      ? `- ${defense} n’en a arrêté aucune sur ${of}.`
      : `- ${defense} en a arrêté ${count} sur ${of} : ${attacks}.`,
  fernetTitle: '### « Fernet ne garantit pas l’intégrité » ?',
  fernetUnmeasured: 'Sans réponse ici : les cases qui le diraient n’ont pas été jouées, ou ne prouvent rien.',
  fernetHolds: (cells) =>
    `**Non, ce n’est pas vrai.** Sans la clé, aucune modification des mots n’est passée : ${cells}. Un jeton Fernet se termine par un HMAC de tout ce qui le précède, et un destinataire qui le contrôle n’affiche rien qui ait été modifié.`,
  fernetFails: (cells) => `**Oui, c’est vrai ici.** Des mots modifiés sont passés : ${cells}.`,
  fernetPartly: (held, failed) =>
    `**En partie seulement.** Arrêté : ${held}. Mais des mots modifiés sont passés : ${failed}.`,
  encryptionFails: (cells) =>
    `C’est vrai du chiffrement seul, et la confusion vient peut-être de là : ${cells}. Un flux de clé laisse quiconque connaît les mots les changer sans connaître la clé.`,
  fernetOpen: (cells) =>
    `Ce que Fernet *ne* garantit *pas* se trouve hors du jeton. D’après les mesures, ceci est passé : ${cells}. Une seule clé partagée par tous dit qu’*un* membre a scellé les mots : ni lequel, ni sous quel nom ou dans quel salon ils sont affichés, ni que c’est pour la première fois.`,
  under: (property, attacks) => `${property} : ${attacks}`,
  checked: (code, means) => ` (${code} : ${means})`,
  cellWith: (attack, verdict, check) => `${attack}, ${verdict}${check}`,
  readTitle: '## Comment lire une case',
  read: (attack, defense, verdict, because, tactic) =>
    `Prenons ${attack} contre ${defense} : **${verdict}**. L’attaque a été jouée sur des messageries neuves : la première tactique seule, celles qui ne se gênent pas ensemble (et chacune seule quand cela n’a pas été repoussé), et chaque autre seule ; la case montre la pire issue pour qui se défend, ici celle de la tactique ${tactic}. Dans les mots de l’arbitre : ${because}.`,
  gridTitle: '## La grille',
  priceNone:
    'Aucune défense n’a refusé de remise honnête, ni avec des horloges décalées de 20 s, ni après 45 s d’attente.',
  price: (defense, skewed, stored) =>
    `${defense} a un prix : parmi les remises honnêtes, elle en a refusé ${skewed} avec des horloges décalées de 20 s et ${stored} après 45 s d’attente.`,
  scenariosTitle: '## Ce qui s’est passé, scénario par scénario',
  scenarioHead: ['attaque', 'contre', 'verdict', 'contrôle déclenché', 'dans les mots de l’arbitre'],
  ofPart: (part) => ` de ${part}`,
  share: (refused, of) => `${refused} sur ${of}`,
  lesson: (lesson) => `**Leçon.** ${lesson}`,
  diagram: (attack, defense, verdict) => `Une vraie trace, ${attack} contre ${defense} (${verdict}) :`,
  openTitle: '## Ce que chaque défense ne protège pas',
  openHead: [
    'défense',
    'protège, par conception',
    'laisse ouvert, par conception',
    'est passé, d’après les mesures',
  ],
  openAll: 'tout ce qui a été joué',
  openNothing: 'rien de ce qui a été joué',
  residualTitle: '### Ce qui reste sous `full`',
  residualNone: 'Rien de cette grille ne passe inaperçu sous `full`.',
  residual: (attack, reason) => `- ${attack} : ${reason}.`,
  residualReason: {
    'log-sniffer/endpoint-log':
      'ce qu’un programme note sur sa propre machine après l’avoir ouvert, aucun protocole ne le reprend ; il ne faut pas y écrire les messages',
    'key-theft/archive':
      'une époque n’a qu’une clé, si bien que l’état d’un appareil ouvre tout ce qu’elle a scellé, et une connexion TLS vivante garde les clés de son propre passé ; seul un cliquet, qui efface une clé après chaque message, bornerait cela',
  },
  claimsTitle: '## Ce que des étudiants ont écrit, tranché',
  claimsIntro:
    'Tiré de réponses d’étudiants et des énoncés, avec ce qui a été vu quand chaque affirmation a été mise à l’épreuve. Un jugement est calculé d’après ce qui a été observé ; chaque expérience est refaite dans une configuration où le jugement doit s’inverser, car une expérience dont l’issue est toujours la même n’apprend rien. Ici sont les jugements ; ce qui a été observé pour chacun se lit, en anglais, dans REPORT.md.',
  method: [
    '## Méthode',
    '- **De vrais octets.** Un essai est une messagerie neuve : un relais et ses clients en boucle locale, des clés neuves, un secret neuf de 128 bits. L’adversaire détient exactement ce que sa position lui donne ; un serveur malveillant est le relais honnête avec un adversaire greffé sur sa transmission.',
    '- **Vérité de terrain.** Les programmes honnêtes notent ce qu’ils envoient avant l’envoi et ce qu’ils affichent au moment de l’afficher. L’arbitre est une fonction pure de ces notes : aucune attaque ne proclame son succès, aucune défense le sien.',
    '- **« Attaque repoussée » se mérite.** Une attaque sur le contenu n’est repoussée que si un objet modifié est parvenu à sa victime et si un contrôle de sécurité d’une partie à l’essai l’a refusé. Une erreur de lecture, un plantage ou un délai dépassé est *non concluant*, jamais un succès de la défense.',
    '- **Le pire compte.** Une attaque est une liste de tactiques, choisies d’après le format public des trames ; une case rapporte la pire issue pour qui se défend.',
    '- **Témoins.** Chaque défense porte d’abord une conversation honnête, qui doit arriver entière, une seule fois et dans l’ordre (témoin négatif) ; chaque attaque doit réussir contre la messagerie sans défense (témoin positif). Là où un témoin échoue, ses cases sont non concluantes.',
    '- **Le temps est simulé.** Les délais et les horloges décalées sont virtuels, si bien que 45 secondes passent aussitôt, et de même sur toute machine.',
  ].join('\n'),
  containment: (tier) =>
    `- **Confinement.** Le code contenu dans une trame hostile ne s’exécute que dans un processus victime confiné ; sur la machine qui a écrit ce rapport : ${tier}.`,
  limits: [
    '## Limites',
    '- Une case parle de ces tactiques contre cette réalisation. « Repoussée » veut dire : par rien de ce qui a été essayé ici ; une meilleure attaque peut venir.',
    '- Les clés sont en place avant le premier message. De la façon dont elles y sont arrivées, la grille joue un mot de passe faible, une clé substituée et un sel substitué, et rien de plus.',
    '- L’analyse de trafic au-delà des noms et des tailles dans un journal ou sur le réseau, et les fuites par le temps de réponse, ne font pas partie de cette grille.',
    '- Une messagerie à trois en boucle locale ne dit rien des performances ni du comportement à grande échelle.',
    '- Cette messagerie est faite pour enseigner. Aucune de ses défenses n’est un produit.',
  ].join('\n'),
};
