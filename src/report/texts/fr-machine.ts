import type { Pattern } from './said.js';

/** What this machine confines a victim with, why it refuses, and why a plugin cannot be used: what is always said alike. */
export const MACHINE_FR: Readonly<Record<string, string>> = {
  'this Node has no permission model': 'ce Node n’a pas de modèle de permissions',
  'a network namespace of its own, without any interface':
    'un espace de noms réseau à part, sans aucune interface',
  'no network namespace can be made here': 'aucun espace de noms réseau ne peut être créé ici',
  'a process namespace of its own': 'un espace de noms de processus à part',
  'no process namespace can be made here': 'aucun espace de noms de processus ne peut être créé ici',
  'the kernel ends it with the laboratory': 'le noyau y met fin en même temps qu’au laboratoire',
  'only the watchdog ends it with the laboratory':
    'seul le chien de garde y met fin en même temps qu’au laboratoire',

  'this containment is closed': 'ce confinement est fermé',
  'the temporary directory has a , or * in its name':
    'le répertoire temporaire a une , ou une * dans son nom',
  'the victim process is not built: run `npm run build`':
    'le processus victime n’est pas construit : lancez `npm run build`',
  'no package.json above the containment code': 'aucun package.json au-dessus du code du confinement',

  'it exports neither attacks nor parts nor scenarios': 'il n’exporte ni attaques, ni parties, ni scénarios',
  'an await at its top level never comes to an end':
    'une attente (await) à son plus haut niveau ne prend jamais fin',
  'its thread ended': 'son fil d’exécution s’est arrêté',
  'its thread did not start': 'son fil d’exécution n’a pas démarré',
  'it did not get ready': 'il n’a pas été prêt',
  'it left something behind': 'il a laissé quelque chose derrière lui',
  'the laboratory was closed': 'le laboratoire a été fermé',
};

/** What is wrong at a place of a plugin. */
const WRONG_AT: readonly Pattern[] = [
  ['it is missing', 'cela manque'],
  ['it is no function', 'ce n’est pas une fonction'],
  ['it is empty', 'c’est vide'],
  ['it is longer than {Most} characters', 'cela dépasse {Most} caractères'],
  ['it is no id such as "{Id}"', 'ce n’est pas un identifiant comme « {Id} »'],
  ['none is the absence of a defense', 'none est l’absence de défense'],
  ['it is no whole number', 'ce n’est pas un nombre entier'],
  ['it is not one character', 'ce n’est pas un caractère unique'],
  ['it is no nick such as "{Nick}"', 'ce n’est pas un pseudonyme comme « {Nick} »'],
  ['mallory is the adversary', 'mallory est l’adversaire'],
  ['it takes two to chat', 'il faut être deux pour converser'],
  ['Expected {wanted} but received {got}', 'attendu {wanted}, reçu {got}'],
  ['Invalid value: Expected {wanted} but received {got}', 'attendu {wanted}, reçu {got}'],
];

/** The same with places. What comes from Node or from the plugin's own code is told as they say it. */
export const REFUSED_FR: readonly Pattern[] = [
  ["Node's permission model: {Flag}", 'le modèle de permissions de Node : {Flag}'],
  [
    "containment is '{Tier}' here, strict safety asks for more: {why}",
    'le confinement est ici « {Tier} », la sûreté stricte en demande plus : {why}',
  ],
  [
    "containment is '{Tier}' here, a victim process needs more: {why}",
    'le confinement est ici « {Tier} », un processus victime en demande plus : {why}',
  ],
  [
    'the victim process did not start ({Status}): {cause}',
    'le processus victime n’a pas démarré ({Status}) : {cause}',
  ],
  ...WRONG_AT.map(([english, french]): Pattern => [`{Path}: ${english}`, `{Path} : ${french}`]),
  ['it did not load within {S} s', 'il n’a pas été chargé en {S} s'],
  ['it said {Word}', 'il a dit {Word}'],
  ['the plugin failed: {why}', 'le greffon a échoué : {why}'],
  ['a worker thread failed: {why}', 'un fil d’exécution a échoué : {why}'],
  ['the watchdog ended the trial after {Ms} ms', 'le chien de garde a mis fin à l’essai après {Ms} ms'],
  [
    'what it left in the trace cannot be read: {place}',
    'ce qu’il a laissé dans la trace est illisible : {place}',
  ],
];
