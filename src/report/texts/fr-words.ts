import type { Widened } from '../widened.js';
import type { en } from './en.js';

type Of<Name extends keyof typeof en> = Widened<(typeof en)[Name]>;

const plural = (count: number, one: string, more: string): string => (count < 2 ? one : more);

/** The sentences of tables and stories. `all` has three columns: “toutes”, as one abbreviates it. */
export const WORDS_FR: Of<'WORDS'> = {
  attack: 'attaque',
  legend: (word, means) => `${word} : ${means}`,
  latexUse: 'À inclure avec \\input ; demande \\usepackage{booktabs}.',
  position: 'position',
  verdict: 'verdict',
  check: 'contrôle déclenché',
  evidence: 'preuves',
  noCheck: 'aucun',
  seed: (seed) => `graine ${seed}`,
  containment: (tier) => `confinement : ${tier}`,
  price: 'remises honnêtes refusées',
  priceSkewed: 'décalage de 20 s',
  priceStored: 'attente de 45 s',
  priceOf: (refused, of) => (refused === 0 ? '0' : `${refused}/${of}`),
  all: 'tts',
  remedies:
    'ce qui l’arrêterait, ou la révélerait, si une seule partie était ajoutée (chacune a été essayée)',
  beside: (defense) => `à côté de ${defense}`,
  noRemedy: 'aucune partie seule',
  remedy: (attack, parts) => `${attack} : ${parts.length === 0 ? 'aucune partie seule' : parts.join(', ')}`,
  controlsPassed: (benign, positive) =>
    `témoins : ${benign} ${plural(benign, 'négatif', 'négatifs')}, ${positive} ${plural(positive, 'positif', 'positifs')}, tous réussis`,
  controlsFailed: (failed, of) =>
    `témoins : ${failed} sur ${of} ont échoué, et leurs essais ne prouvent donc rien`,
  controlFailed: ({ kind, of, against, because }) =>
    `témoin ${kind === 'benign' ? 'négatif' : 'positif'} de ${of}${against === undefined ? '' : ` contre ${against}`} : ${because}`,
  inconclusive: (count) => `non concluants : ${count}`,
  cellBecause: (attack, defense, because) => `${attack} contre ${defense} : ${because}`,
  means: {
    breached: 'l’attaque a réussi et personne n’a été prévenu',
    detected: 'l’attaque a réussi, et un programme honnête a donné l’alerte à temps',
    defeated: 'l’attaque a été jouée et arrêtée',
    'not-applicable': 'cette messagerie n’a pas ce mécanisme',
    inconclusive: 'l’essai ne prouve rien',
  },
};

/** What each part of a composition is there for. */
export const PARTED_FR: Of<'PARTED'> = {
  title: (defense, parts) => `${defense}, disputé tour à tour sans chacune de ses ${parts} parties`,
  without: ([part = '', ...others]) =>
    others.length === 0
      ? part
      : `${part} (et avec elle ${others.join(', ')} : sans elle, ${others.length === 1 ? 'celle-ci ne porte' : 'celles-ci ne portent'} aucune conversation honnête)`,
  needed: (attacks) =>
    `est nécessaire : sans elle, ${attacks} ${plural(attacks, 'attaque va', 'attaques vont')} plus loin`,
  need: (attack, whole, without, because) =>
    `${attack} : ${whole} avec elle, ${without} sans elle : ${because}`,
  depth:
    'est de la défense en profondeur : sans elle, aucune attaque ne va plus loin, car d’autres répondent à ce qu’elle arrête seule',
  standIn: (part, attacks) =>
    part === null
      ? `d’autres, dont aucune ne manque seule, répondent à ${attacks.join(', ')}`
      : `${part} répond à ${attacks.join(', ')}${part === 'limits' ? ', si le relais est honnête' : ''}`,
  idle: 'n’est pas nécessaire contre ces attaques : elle n’en arrête aucune seule, et aucune ne va plus loin sans elle',
  untold: 'ne peut être jugée d’après ces combats',
  unproved: (attacks) => `ne prouve rien, avec ou sans la partie : ${attacks.join(', ')}`,
  controls: (count, failed) =>
    failed.length === 0
      ? `témoins : ${count}, tous réussis`
      : `témoins : ${failed.length} échoués sur ${count} : ${failed.join(' ; ')}`,
};

export const ADVICE_FR: Of<'ADVICE'> = {
  head: (stopped, of, parts) =>
    stopped === of
      ? `Les plus petits assemblages trouvés sous lesquels ${of === 1 ? 'l’attaque demandée ne réussit pas' : `aucune des ${of} attaques ne réussit`} inaperçue (${parts} ${plural(parts, 'partie', 'parties')})`
      : `Les plus petits assemblages trouvés sous lesquels ${stopped} attaques sur ${of} ne réussissent pas inaperçues (${parts} ${plural(parts, 'partie', 'parties')})`,
  none: (of) => `Aucun assemblage n’a été trouvé contre ${of === 1 ? 'cette attaque' : `ces ${of} attaques`}`,
  parts: (parts) => `parties : ${parts.join(', ') || 'aucune'}`,
  cost: (bytes, times, skewed, stored) =>
    `coûte ${bytes} octets par message, ${times} ; remises honnêtes refusées : ${skewed} avec des horloges décalées de 20 s, ${stored} après 45 s d’attente`,
  times: (seal, open) => `${seal} µs pour sceller, ${open} µs pour ouvrir`,
  untimed: 'durée non mesurée',
  list: (what, attacks) => (attacks.length === 0 ? '' : `${what} : ${attacks.join(', ')}`),
  reveals: 'ne fait que révéler',
  leaves: 'laisse réussir',
  proves: 'ne prouve rien sur',
  absent: 'n’a pas ce que celles-ci attaquent',
  revealedOnly: 'Disputées, et au mieux révélées, jamais empêchées',
  unstopped: 'Arrêtées par aucun des assemblages essayés',
  apart: 'Arrêtées par un assemblage, mais par aucun en même temps que toutes les autres',
  unproved: 'Non prouvées : l’attaque ne réussit pas contre la messagerie où elle le doit',
  searched: (cells) => `Il a fallu disputer ${cells} cases pour le savoir.`,
  cut: (cells) =>
    `${cells} cases ont été disputées ; le temps était alors écoulé, et des assemblages plus petits ou différents ont pu échapper à la recherche.`,
};

export const CLAIM_WORDS_FR: Of<'CLAIM_WORDS'> = {
  told: (what, words) => `${what} : ${words}`,
  configuration: 'parle de',
  experiment: 'observé',
  argument: 'aucune expérience ne peut en décider ; observé',
  here: 'sur cette machine',
  because: 'parce que',
  source: 'source',
  counter: (configuration, ruling, observed) => `autrement (${configuration}) ${ruling} : ${observed}`,
  count: (count, ruling) => `${ruling} : ${count}`,
  totals: (rulings, of) => `${of} ${plural(of, 'affirmation', 'affirmations')} : ${rulings}`,
  outcome: { worked: 'a fonctionné', skipped: 'sauté', unproven: 'n’a rien prouvé' },
  stops: 'Ce qui l’arrête, d’après le même essai :',
  noStopper: 'Rien d’autre n’a été essayé.',
  stopped: { true: 'arrêté', false: 'pas arrêté' },
};

export const LESSON_WORDS_FR: Of<'lesson'> = {
  title: (scenario) => `${scenario} : la leçon`,
  notice: 'À remarquer',
  questions: 'Questions',
  steps: ['Sur le réseau', 'Pourquoi cela réussit', 'Ce qui l’arrête'],
  question: (n, step) => `${n}. ${step}`,
  hint: (n, of) => `Indice ${n} sur ${of}`,
  told: (head, text) => `${head} : ${text}`,
  seeIt: 'À voir',
  joint: ' ; ',
  against: (attacks, defenses) => `${attacks} contre ${defenses}`,
  reading: 'Pour aller plus loin',
  more: (hints) => `--hints ${hints} ouvre l’indice suivant de chaque question.`,
  pointer:
    'Pour chaque scénario, de quoi observer, des questions et des indices : `mallory lesson rogue-server --hints 1`.',
  deckNotes: 'Laissez d’abord répondre la classe. Puis, un par un :',
};
