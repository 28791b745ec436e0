import { inFrench } from '../../report/texts/fr-said.js';
import type { Widened } from '../../report/widened.js';
import type { en } from './en.js';
import { COMMANDS_FR, FLAGS_FR } from './fr-commands.js';

const TAKES: Readonly<Record<string, string>> = {
  FILE: 'FICHIER',
  LEVEL: 'NIVEAU',
  'NICK=S': 'PSEUDO=S',
  name: 'nom',
  number: 'numéro',
  file: 'fichier',
};

const ITS = {
  attack: 'son attaque',
  part: 'sa partie',
  scenario: 'son scénario',
  defense: 'sa défense',
} as const;
const THE = {
  attack: 'l’attaque',
  part: 'la partie',
  scenario: 'le scénario',
  defense: 'la défense',
} as const;

/** What the command line says in French. */
export const fr: Widened<typeof en> = {
  flag: (name) => FLAGS_FR[name],
  command: (name) => COMMANDS_FR[name].tells,
  word: (name) => COMMANDS_FR[name].word ?? '',
  example: (name, place) => COMMANDS_FR[name].examples[place] ?? '',
  formats: (name) => COMMANDS_FR[name].formats ?? FLAGS_FR.format,
  takes: (what) => TAKES[what] ?? what,
  flagsFollow: '[options]',

  help: {
    about:
      'mallory : un laboratoire d’attaque et de défense sur la sécurité des\nmessageries. Chaque verdict est disputé sur une vraie socket de 127.0.0.1, puis\njugé d’après les faits.',
    commands: 'Commandes',
    try: 'Essayez',
    exits: 'Codes de sortie',
    name: 'Nom',
    flags: 'Options',
    examples: 'Exemples',
    more: 'mallory COMMANDE --help dit les options d’une commande. NO_COLOR=1 est respecté.\nÀ lire : README.fr.md, REPORT.fr.md (la grille mesurée), docs/plugins.md.',
    one: (usage, tells) => `mallory ${usage} : ${tells}`,
    version: 'montrer la version',
    tries: { list: 'ce qu’il y a', tell: 'ses attaques, racontées', grid: 'toute la grille' },
    exit: {
      fine: 'chaque essai est concluant, qui que soit le vainqueur',
      unproven: 'un essai ou un témoin n’a rien prouvé, ou --fail-on-breach',
      usage: 'ce qui a été tapé est faux',
      machine: 'la machine refuse : fichier non inscriptible, port pris, confinement faible',
    },
  },

  elsewhere: (english) => inFrench(english) ?? english,
  quote: (text) => `« ${text} »`,
  unknown: {
    scenario: 'scénario inconnu',
    attack: 'attaque inconnue',
    'attack or scenario': 'attaque ou scénario inconnu',
    defense: 'défense inconnue',
    member: 'membre inconnu',
    format: 'format inconnu',
    'safety level': 'niveau de sûreté inconnu',
    command: 'commande inconnue',
    flag: 'option inconnue',
    lab: 'programme du cours inconnu',
    shell: 'shell inconnu',
    language: 'langue inconnue',
  },
  didYouMean: (near) => ` ; vouliez-vous dire ${near} ?`,
  valid: (all) => ` (possibles : ${all})`,

  wrong: {
    adviseNeeds: 'advise doit savoir contre quoi, ainsi --against replay,rogue-server/forge',
    pluginDirectory: (file) => `le greffon ${file} est un répertoire ; nommez son fichier`,
    pluginFolder: (file) => `il n’y a pas de greffon ${file} : son répertoire n’existe pas`,
    pluginMissing: (file, hint) => `il n’y a pas de greffon ${file}${hint}`,
    pluginUnusable: (file, why) => `le greffon ${file} est inutilisable : ${why}`,
    pluginTwice: (what, id) => `${ITS[what]} ${id} existe déjà ; choisissez un autre identifiant`,
    pluginNames: (by, what, name, near) =>
      `${by} nomme ${THE[what]} ${name}, qui n’existe pas ; vouliez-vous dire ${near} ?`,
    noAttacks: (scenarios) => `${scenarios} n’a pas d’attaque`,
    otherScenario: (word, id, scenario) =>
      `l’attaque ${word} n’est pas de ce scénario ; vouliez-vous dire ${id} du scénario ${scenario} ?`,
    besidePlus: (word) =>
      `la défense ${word} n’a rien d’un côté d’un plus ; cela s’écrit comme fernet+signature`,
    seed: (typed, largest, near) =>
      `la graine ${typed} n’est pas un nombre entier de 0 à ${largest} ; vouliez-vous dire ${near} ?`,
    jobs: (typed, most, near) =>
      `le nombre de fils ${typed} n’est pas un nombre entier de 1 à ${most} ; vouliez-vous dire ${near} ?`,
    hints: (typed, most) =>
      `le nombre d’indices ${typed} n’est pas un nombre entier de 0 à ${most} ; vouliez-vous dire ${most} ?`,
    predictNeeds: 'predict prend une grille remplie ; « mallory predict --init mine.csv » en écrit une vide',
    predictBoth:
      '--init écrit une grille vide et ne prend pas d’autre fichier ; remplissez-la, puis donnez-la seule',
    withInit: (flag) => `--${flag} va avec --init ; une grille remplie dit elle-même ce qui est disputé`,
    withoutInit: (flag) => `--${flag} ne va pas avec --init, qui ne dispute rien`,
    predictEnding: (file) =>
      `${file} ne se termine ni par .csv ni par .md ; la fin du nom dit de quel tableau il s’agit`,
    noFile: (file) => `il n’y a pas de fichier ${file} ; « mallory predict --init ${file} » en écrit un`,
    unreadable: (file, why) => `impossible de lire ${file} : ${why}`,
    atLine: (file, line, why) => `${file}, ligne ${line} : ${why}`,
    noTable: (file) => `${file} ne contient pas de tableau ; « mallory predict --init FICHIER » en écrit un`,
    noPrediction: (file) =>
      `aucune case de ${file} ne contient de prédiction ; écrivez-y un verdict, ✓ ou repoussée (un guillemet resté ouvert cache la suite)`,
    twice: (name) => `${name} s’y trouve deux fois ; retirez l’une des deux`,
    tooManyCells: (typed) => `la case ${typed} n’est sous aucune défense`,
    noVerdict: (typed, hint, valid) => `${typed} n’est pas un verdict${hint} (possibles : ${valid})`,
    signOr: (word, sign) => `${word} ou ${sign}`,
    skew: (word, nick) =>
      `le décalage ${word} n’est pas de la forme pseudo=secondes ; vouliez-vous dire ${nick}=-45 ?`,
    skewTooLarge: (word, nick, most) =>
      `le décalage ${word} dépasse un jour ; il peut aller jusqu’à ${nick}=${most}`,
    port: (typed, largest) =>
      `le port ${typed} n’est pas un nombre entier de 0 à ${largest} ; vouliez-vous dire 8080 ?`,
    claim: (word, count) =>
      `il n’y a pas d’affirmation ${word} ; leurs numéros vont de 1 à ${count}, ainsi « mallory claims 16 28 »`,
    whichShell:
      'quel shell ? SHELL n’est pas défini ; tapez « mallory completion bash » ou « mallory completion zsh »',
    isScenario: (name) => `${name} est un scénario ; vouliez-vous dire « mallory scenario ${name} » ?`,
    tooMuch: (name, word, extra) =>
      `${name} ${word === '' ? 'ne prend pas de nom' : `prend un seul ${TAKES[word] ?? word}`}, et ${extra} est de trop`,
    takesNothing: (flag) => `--${flag} ne prend pas de valeur ; vouliez-vous dire « --${flag} » seul ?`,
    emptyName: (flag, typed, meant) =>
      `--${flag} ${typed} a un nom vide à côté d’une virgule ; vouliez-vous dire "--${flag} ${meant}" ?`,
    needsValue: (flag, takes) => `--${flag} demande une valeur : --${flag} ${TAKES[takes] ?? takes}`,
    givenTimes: (flag, times) => `--${flag} est donné ${times} fois`,
    sameFile: (first, flag, file) =>
      `${first} et ${flag} nomment tous deux ${file} ; donnez-leur deux fichiers`,
    goesWith: (flag, whose, example) =>
      `--${flag} va avec le nom d’un ${whose === 'lab' ? 'programme du cours' : 'scénario'}, ainsi « ${example} »`,
    noSuchEnding: (ending) =>
      `rien ne s’écrit ici en ${ending} ; vouliez-vous dire « .svg » ? (possibles : .md, .csv, .json, .tex, .svg, ou --format table)`,
    forGrids: (format) =>
      `le format ${format} est pour les grilles ; vouliez-vous dire « markdown » ? (possibles : table, markdown, json)`,
    leaveOne: (count) =>
      `--leave-one-out démonte une seule défense, et ${count === 0 ? 'aucune n’est nommée' : `${count} sont nommées`} ; cela s’écrit comme --defense fernet+signature`,
    leaveOneHtml:
      '--leave-one-out va dans le rapport HTML, ainsi « mallory report --html rapport.html --leave-one-out »',
    leaveOneOf: (word, parts) =>
      `--leave-one-out demande un assemblage, et ${word} ${parts === 0 ? 'n’a aucune partie' : 'n’a qu’une partie'} ; cela s’écrit comme --defense fernet+signature`,
  },

  refused: {
    write: (file, why) => `impossible d’écrire ${file} : ${why}`,
    isDirectory: 'c’est un répertoire',
    isThere: 'il existe déjà, et contient peut-être des prédictions',
    why: {
      EACCES: 'permission refusée',
      EPERM: 'permission refusée',
      ENOENT: 'ce répertoire n’existe pas',
      ENOTDIR: 'une partie du chemin n’est pas un répertoire',
      EROFS: 'le système de fichiers est en lecture seule',
      ENOSPC: 'il ne reste plus de place',
      ENAMETOOLONG: 'le nom est trop long',
    },
    listen: (port, why) => `impossible d’écouter sur 127.0.0.1:${port} : ${why}`,
    whyNotListen: { EADDRINUSE: 'le port est pris', EACCES: 'permission refusée' },
    standardOutput: (why) => `impossible d’écrire sur la sortie standard : ${why}`,
    pageNotBuilt: (page) => `la page ${page} n’est pas construite ; lancez « npm run build »`,
    fault: 'une faute de Mallory même, merci de la signaler',
  },

  progress: (done, of) => `${done} cases sur ${of}`,

  scenarios: {
    attacks: (played) => `${played} ${played < 2 ? 'attaque' : 'attaques'}`,
    more: (count) => `, ${count} de plus par leur nom`,
    hint: 'mallory scenario NOM en joue un ; avec --defense signature, par exemple, il raconte.',
  },
  lessons: { hint: 'mallory lesson NOM en montre une ; --hints 1 ouvre le premier indice.' },
  labs: { hint: 'mallory lab NOM en joue un, et dit ce qui l’arrête.' },

  doctor: {
    build: 'Construction',
    containment: 'Confinement',
    terminal: 'Terminal',
    bad: 'INSUFFISANT : ',
    node: (version, range) => `${version}, et il faut ${range}`,
    incomplete: 'dist est incomplet : lancez « npm run build »',
    stale: 'dist est là, plus ancien que les sources : lancez « npm run build »',
    built: 'dist est là',
    tiers: {
      namespace: 'le niveau le plus fort',
      permission: 'pas le niveau le plus fort : --safety strict le refuse',
      none: 'rien ne peut exploser ici',
    },
    python: (version) => `${version}, pour « mallory lab pickle »`,
    noPython: 'aucun : « mallory lab pickle » est sauté',
    isTerminal: { true: 'un terminal', false: 'pas un terminal (un tube ou un fichier)' },
    columns: (width) => `${width} colonnes`,
    ascii: 'ASCII (l’environnement ne nomme pas UTF-8)',
    colour: { true: 'couleur', false: 'sans couleur' },
    language: 'français',
  },
};
