/** Bouts for tests of the arena: cheap keys, a short script, and whatever adversary a test makes up. */
import { createHash } from 'node:crypto';
import type { Bout, Detonator } from '../../src/arena/bout.js';
import { compose } from '../../src/defenses/compose.js';
import { PARTS } from '../../src/defenses/index.js';
import type { Adversary, Attack, Capabilities, Tools } from '../../src/model/attack.js';
import type { Keysmith } from '../../src/model/defense.js';
import type { Position } from '../../src/model/property.js';
import type { Scenario, Step } from '../../src/model/scenario.js';
import { keysOf } from './keys.js';

const SALT = Buffer.alloc(16, 3).toString('base64');

/** Keys without the cost of PBKDF2: fresh for each chat, all members pinned. */
export const quickKeysmith = (group: string): Keysmith => ({
  salt: SALT,
  chat: (id, members) => async (nick) => {
    const pinned = Object.fromEntries(members.map((member) => [member, member]));
    const secret = createHash('sha256')
      .update(JSON.stringify([group, id]))
      .digest('hex');
    return keysOf(nick, { group: secret, pinned });
  },
});

const HARMLESS: Detonator = { detonate: async () => ({ executed: false, why: 'nothing runs in this test' }) };

export const say = (author: string, text: string): Step => ({ do: 'say', author, text });
export const LARGE = `A long story: ${'all work and no play, '.repeat(200)}`;

export const scenario = (steps: readonly Step[], cast = ['alice', 'bob', 'carol']): Scenario => ({
  id: 'test',
  title: 'A test',
  story: '',
  cast,
  attacks: [],
  defenses: [],
  lesson: '',
  script: () => steps,
});

const TALK = [
  say('alice', 'Pay 100 euros to Bob'),
  say('alice', LARGE),
  say('bob', 'Thanks'),
  say('alice', 'You are welcome'),
];

export interface BoutOptions extends Partial<Omit<Bout, 'stack' | 'scenario'>> {
  readonly defense?: string;
  readonly steps?: readonly Step[];
  readonly cast?: string[];
}

export function bout({ defense = 'none', steps = TALK, cast, ...more }: BoutOptions = {}): Bout {
  return {
    stack: compose(defense, PARTS),
    scenario: scenario(steps, cast),
    seed: 1,
    keysmith: quickKeysmith('the group'),
    strangerKeysmith: quickKeysmith('strangers'),
    detonator: HARMLESS,
    ...more,
  };
}

/** The attack and its one tactic, for a bout, of an adversary made on the spot. */
export function attackBy<P extends Position>(
  position: P,
  adversary: (position: Capabilities[P], tools: Tools) => Adversary,
): Pick<Bout, 'attack' | 'tactic'> & { attack: Attack } {
  const tactic = { id: 'only', does: 'plays' };
  const attack = {
    id: 'test/attack',
    title: 'An attack of a test',
    position,
    property: 'integrity',
    needs: [],
    alarms: [],
    cwe: [],
    sources: [],
    tactics: () => [tactic],
    adversary: (held: Capabilities[P], _: unknown, tools: Tools) => adversary(held, tools),
  };
  return { attack: attack as unknown as Attack, tactic };
}
