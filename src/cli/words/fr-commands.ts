import type { COMMANDS, FlagName } from '../commands.js';

/** What each flag does. */
export const FLAGS_FR: Readonly<Record<FlagName, string>> = {
  scenario: 'seulement ces scénarios',
  attack: 'ces attaques seules, rewrite ou rogue-server/rewrite',
  defense: 'contre celles-ci ; la virgule énumère, le plus assemble',
  against: 'scénarios, attaques, ou everything',
  seed: 'ce qui est dit et quand, de 0 à 4294967295 (1 par défaut)',
  skew: 'l’avance d’une horloge en secondes, ainsi alice=-45',
  format: 'table, markdown, csv, json, latex ou svg',
  output: 'y écrire, en entier ou pas du tout',
  trace: 'y écrire chaque événement des combats, en NDJSON',
  html: 'y écrire le rapport en un seul fichier HTML',
  'in-french': 'y écrire aussi le rapport en français',
  plugin: 'charger attaques et défenses d’un module ES',
  safety: 'strict n’accepte que le confinement le plus fort',
  'with-secrets': 'laisser dans la trace ce que nul n’a deviné',
  'fail-on-breach': 'code 1 si une attaque réussit',
  explain: 'chercher ce qui arrêterait chaque attaque passée',
  'leave-one-out': 'disputer un assemblage sans chacune de ses parties',
  jobs: 'nombre de fils d’exécution (par défaut selon le travail)',
  init: 'y écrire une grille vide (.csv ou .md), à remplir',
  hints: 'nombre d’indices à ouvrir par question, de 0 à 3',
  port: 'y écouter sur 127.0.0.1 (par défaut, un port libre)',
  lang: 'en ou fr (sinon la locale ; studio : le navigateur)',
  quiet: 'pas de progression au terminal',
  help: 'montrer ceci',
};

type Said<C> = {
  readonly tells: string;
  readonly word: C extends { readonly word: unknown } ? string : null;
  readonly formats: C extends { readonly formats: unknown } ? string : null;
  readonly examples: C extends { readonly examples: infer E } ? { readonly [K in keyof E]: string } : never;
};

/** What each command does; an example more or fewer than the command has does not compile. */
export const COMMANDS_FR: { readonly [C in (typeof COMMANDS)[number] as C['name']]: Said<C> } = {
  scenario: {
    tells: 'raconter une famille d’attaques',
    word: 'lequel ; sans lui, ils sont énumérés',
    formats: null,
    examples: [
      'énumérer les scénarios',
      'les défenses de sa fiche',
      'ses récits',
      'une horloge en retard',
      'chaque octet',
    ],
  },
  matrix: {
    tells: 'disputer chaque attaque contre chaque défense',
    word: null,
    formats: null,
    examples: [
      'toute la grille',
      'en comparer deux',
      'pour un tableur',
      'ce qui aiderait',
      'à quoi elles servent',
      'pour un mémoire',
      'une image de la grille',
      'avec une défense à vous',
    ],
  },
  advise: {
    tells: 'chercher les plus petits assemblages qui arrêtent',
    word: null,
    formats: 'table, markdown ou json',
    examples: ['un scénario, une attaque', 'aussi loin que possible'],
  },
  report: {
    tells: 'tout disputer et le rédiger (Markdown, HTML)',
    word: null,
    formats: null,
    examples: ['écrire le rapport', 'une page : grille, diagrammes, octets'],
  },
  slides: {
    tells: 'disputer un scénario, en faire des diapositives',
    word: null,
    formats: null,
    examples: ['le serveur malveillant', 'un autre'],
  },
  lesson: {
    tells: 'à observer, des questions, des indices gradués',
    word: 'de quel scénario ; sans lui, elles sont énumérées',
    formats: 'table, markdown ou json',
    examples: ['les énumérer', 'sans indice encore', 'deux indices par question'],
  },
  predict: {
    tells: 'comparer vos prédictions aux combats',
    word: 'une grille remplie à la main',
    formats: 'table, markdown ou json',
    examples: ['une grille vide', 'ce qui était juste', 'en Markdown'],
  },
  claims: {
    tells: 'trancher ce que des étudiants ont écrit',
    word: 'lesquelles ; sans lui, les 32',
    formats: 'table, markdown, csv, json ou latex',
    examples: ['toutes', 'Fernet et l’intégrité ; ce que fait un TTL', 'pour un programme'],
  },
  lab: {
    tells: 'jouer les programmes du cours eux-mêmes',
    word: 'lequel ; sans lui, ils sont énumérés',
    formats: 'table, markdown ou json',
    examples: ['les énumérer', 's’abonner et lire', 'avec un vrai python3, s’il y en a un'],
  },
  studio: {
    tells: 'servir la page vivante pour une classe',
    word: null,
    formats: null,
    examples: ['écrit l’adresse à ouvrir', 'la même à chaque fois'],
  },
  doctor: {
    tells: 'dire ce qu’offrent cette machine et ce terminal',
    word: null,
    formats: null,
    examples: [],
  },
  completion: {
    tells: 'écrire un script de complétion pour votre shell',
    word: 'bash ou zsh ; sans lui, le shell où vous êtes',
    formats: null,
    examples: ['pour cette session', 'pour de bon'],
  },
};
