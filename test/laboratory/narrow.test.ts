import { describe, expect, test } from 'vitest';
import { compose } from '../../src/defenses/compose.js';
import { PARTS } from '../../src/defenses/index.js';
import { type Asked, narrowed, stopsAll } from '../../src/laboratory/narrow.js';
import { fullestStacks, idsOf } from '../../src/laboratory/stacks.js';
import type { Attack } from '../../src/model/attack.js';
import type { Stack } from '../../src/model/stack.js';
import { attacksOf } from '../support/laboratory.js';

const [forge, store, drop, squat] = attacksOf(
  'rogue-server/forge',
  'rogue-server/store',
  'rogue-server/drop',
  'session/squat',
) as [Attack, Attack, Attack, Attack];

const stack = (id: string): Stack => compose(id, PARTS);
const has = (of: Stack, ...parts: string[]): boolean => parts.every((part) => idsOf(of).includes(part));

/** Fights that come out as written here, and how many there were. */
const fights = (
  stops: (attack: Attack, stack: Stack) => boolean,
  fired: (attack: Attack) => string | null = () => null,
  limit = Infinity,
): Asked & { readonly fought: Set<string> } => {
  const fought = new Set<string>();
  return {
    known: PARTS,
    fought,
    stops: async (attack, of) => {
      fought.add(`${attack.id} ${of.id}`);
      return stops(attack, of);
    },
    firedIn: async (attack) => fired(attack),
    late: () => fought.size >= limit,
  };
};

describe('a stack is narrowed down', () => {
  const needs = (attack: Attack, of: Stack): boolean =>
    attack === forge ? has(of, 'mac') || has(of, 'signature') : has(of, 'fernet');

  test('to parts each of which is needed', async () => {
    const { stack: left, apart } = await narrowed(
      stack('mac+fernet+signature+codec'),
      [forge, store],
      fights(needs),
    );
    expect([idsOf(left), apart]).toEqual([['fernet', 'signature'], []]);
  });

  test('and what gets through the rest at last is asked at every step from there on', async () => {
    // The codec refused the forgery in the whole; when it goes, nobody suspects that the mac is missed.
    const asked = fights(needs, (attack) => (attack === forge ? 'codec' : 'fernet'));
    const { stack: left } = await narrowed(stack('mac+fernet+signature+codec'), [forge, store], asked);
    expect(idsOf(left)).toEqual(['fernet', 'signature']);
    expect(asked.fought).toContain('rogue-server/forge fernet');
  });

  test('a part that another brings goes once that one has gone', async () => {
    const { stack: left } = await narrowed(
      stack('ttl+codec'),
      [squat],
      fights((_, of) => has(of, 'codec')),
    );
    expect(idsOf(left)).toEqual(['codec']);
  });

  test('what is stopped only without some part is kept from there on', async () => {
    const stops = (attack: Attack, of: Stack): boolean =>
      attack === drop ? !has(of, 'codec') && has(of, 'mac') : has(of, 'fernet');
    const { stack: left, apart } = await narrowed(
      stack('codec+mac+fernet'),
      [store, drop, squat],
      fights(stops),
    );
    expect([idsOf(left), apart]).toEqual([['mac', 'fernet'], []]);
  });

  test('where time is up, what was fought whole is the answer', async () => {
    const base = stack('mac+fernet+signature+codec');
    const { stack: left } = await narrowed(base, [forge, store], fights(needs, undefined, 3));
    expect(left).toBe(base);
  });
});

test('nothing is known of a stack when time is up before every attack was asked', async () => {
  const asked = fights(() => true, undefined, 4);
  const five = [forge, store, drop, squat, forge];
  expect(await stopsAll(stack('mac'), five, asked)).toBeNull();
  expect(await stopsAll(stack('mac'), [], asked)).toEqual({ through: [] });
});

test('the fullest stacks hold each two parts that compose together in one of them', () => {
  const names = ['encryption', 'fernet', 'epoch', 'sequence', 'sequence-durable', 'codec'];
  const all = fullestStacks(names, PARTS);
  expect(all.some((of) => has(of, 'epoch', 'sequence-durable', 'codec'))).toBe(true);
  expect(all.some((of) => has(of, 'fernet', 'sequence'))).toBe(true);
  expect(all.some((of) => has(of, 'encryption', 'codec'))).toBe(true);
});
