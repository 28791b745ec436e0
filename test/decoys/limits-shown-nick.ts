/** Compares nicks as they look: what is not displayed is taken out first, and whoever has joined with more of it may leave for another. */
import { limits } from '../../src/defenses/limits.js';
import { definePart } from '../../src/index.js';

const shown = (name: string): string => name.replace(/[\p{C}\s]/gu, '');

const decoy = definePart({
  ...limits,
  id: 'limits-shown-nick',
  title: 'Limits that compare nicks as they are displayed',
  insteadOf: 'limits',
  settings: {
    ...limits.settings,
    limits: {
      ...limits.settings!.limits,
      speaksAs: (as, held) =>
        held.some(({ room, nick }) => room === as.room && shown(nick) === shown(as.nick)),
    },
  },
});

export const parts = [decoy];
