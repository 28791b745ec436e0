import { SHORT_VERDICT_FR, VERDICT_FR } from './fr-verdicts.js';
import type { Pattern } from './said.js';

/** How an attack of an experiment came out, with its tactic, its code and what the code means where these are told. */
export const OUTCOMES_FR: readonly Pattern[] = (['breached', 'detected', 'defeated'] as const).flatMap(
  (verdict): Pattern[] => {
    const french = SHORT_VERDICT_FR[verdict];
    return [
      [`{Attack} ${verdict}, {Code}: {means}`, `{Attack} ${french}, {Code} : {means}`],
      ...['', ' ({Code})'].flatMap((code): Pattern[] => [
        [`{Attack} ${verdict}${code}`, `{Attack} ${french}${code}`],
        [`{Attack} ({Tactic}) ${verdict}${code}`, `{Attack} ({Tactic}) ${french}${code}`],
        [`{Defense}: {Attack} ${verdict}${code}`, `{Defense} : {Attack} ${french}${code}`],
      ]),
    ];
  },
);

/** What became of deliveries, and why a run proves nothing: claims and labs tell it in the same words. */
export const UNPROVEN_FR: readonly Pattern[] = [
  ...(['not-applicable', 'inconclusive'] as const).map(
    (verdict): Pattern => [
      `{Attack} against {Defense} is ${verdict}: {because}`,
      `{Attack} contre {Defense} : ${VERDICT_FR[verdict]} ; {because}`,
    ],
  ),
  ['0 of {Of} deliveries refused', 'aucune remise refusée sur {Of}'],
  ['1 of {Of} deliveries refused ({codes})', '1 remise refusée sur {Of} ({codes})'],
  ['{N} of {Of} deliveries refused ({codes})', '{N} remises refusées sur {Of} ({codes})'],
  [
    "where the relay hands Bob another salt, of Alice's messages {deliveries}",
    'quand le relais donne à Bob un autre sel, pour les messages d’Alice : {deliveries}',
  ],
  ['{Attack} does not breach {Defense}: {because}', '{Attack} ne réussit pas contre {Defense} : {because}'],
  ["Bob's program did not start (status {Status})", 'le programme de Bob n’a pas démarré (code {Status})'],
  ["Bob's program said nothing for {Ms} ms", 'le programme de Bob n’a rien dit pendant {Ms} ms'],
  [
    'reading the exploit as {Reads} came to no end: {why}',
    'la lecture de l’exploit par {Reads} n’a pas abouti : {why}',
  ],
  ['an honest pickle did not pass: {why}', 'un pickle honnête n’est pas passé : {why}'],
];
