/** Binds nicks to connections and compares them without their case: who has joined as ALICE may leave as alice. */
import { limits } from '../../src/defenses/limits.js';
import { definePart } from '../../src/index.js';

const folded = (name: string): string => name.normalize('NFKC').trim().toLowerCase();

const decoy = definePart({
  ...limits,
  id: 'limits-folded-nick',
  title: 'Limits that take nicks for one that are written alike',
  insteadOf: 'limits',
  settings: {
    ...limits.settings,
    limits: {
      ...limits.settings!.limits,
      speaksAs: (as, held) =>
        held.some(({ room, nick }) => room === as.room && folded(nick) === folded(as.nick)),
    },
  },
});

export const parts = [decoy];
