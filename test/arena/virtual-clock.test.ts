import { describe, expect, test } from 'vitest';
import { VirtualClock } from '../../src/arena/virtual-clock.js';
import { skewed } from '../../src/model/clock.js';

describe('a virtual clock', () => {
  test('stands still until it is moved, and never goes back', () => {
    const clock = new VirtualClock(1000);
    expect([clock.now(), clock.nextDue]).toEqual([1000, null]);
    expect(clock.step(5000)).toBe(false);
    expect(clock.now()).toBe(5000);
    expect(clock.step(2000)).toBe(false);
    expect(clock.now()).toBe(5000);
  });

  test('asleep it fires nothing, and what was due meanwhile is due once when it is over', () => {
    const clock = new VirtualClock(0);
    const fired: string[] = [];
    clock.every(10, () => fired.push(`beat@${clock.now()}`));
    clock.later(70, () => fired.push(`once@${clock.now()}`));
    clock.sleep(1000);
    expect([clock.now(), fired]).toEqual([70, []]);
    while (clock.step(clock.now()));
    expect(fired.toSorted()).toEqual(['beat@70', 'once@70']);
    clock.sleep(1000);
    while (clock.step(clock.now()));
    expect([clock.now(), fired.at(-1), fired.length]).toEqual([1000, 'beat@1000', 3]);
    clock.sleep(500);
    expect(clock.now()).toBe(1000);
  });

  test('fires timers one a step, in the order of their due times, and of their making where those are equal', () => {
    const clock = new VirtualClock(0);
    const fired: string[] = [];
    for (const [delay, name] of [
      [30, 'c'],
      [10, 'a'],
      [20, 'b'],
      [20, 'b2'],
    ] as const)
      clock.later(delay, () => fired.push(`${name}@${clock.now()}`));
    const steps = [clock.step(25), clock.step(25), clock.step(25), clock.step(25)];
    expect([steps, fired]).toEqual([
      [true, true, true, false],
      ['a@10', 'b@20', 'b2@20'],
    ]);
    expect([clock.now(), clock.nextDue]).toEqual([25, 30]);
    expect([clock.step(30), clock.step(30)]).toEqual([true, false]);
  });

  test('a timer set by a timer fires in its turn, even at the same moment', () => {
    const clock = new VirtualClock(0);
    const fired: number[] = [];
    clock.later(10, () => clock.later(0, () => fired.push(clock.now())));
    while (clock.step(10));
    expect(fired).toEqual([10]);
  });

  test('a cancelled timer does not fire, and its twin does', () => {
    const clock = new VirtualClock(0);
    const fired: string[] = [];
    const cancel = clock.later(10, () => fired.push('cancelled'));
    clock.later(10, () => fired.push('kept'));
    cancel();
    cancel();
    while (clock.step(10));
    expect(fired).toEqual(['kept']);
  });

  test('somebody whose watch is wrong reads another time and shares the timers', () => {
    const clock = new VirtualClock(100_000);
    const behind = skewed(clock, -45);
    let fired = 0;
    behind.later(10, () => fired++);
    expect([behind.now(), clock.now()]).toEqual([55_000, 100_000]);
    while (clock.step(100_010));
    expect([behind.now(), fired]).toEqual([55_010, 1]);
  });
});
