import { describe, expect, test } from 'vitest';
import { OVERLAP } from '../../src/defenses/epoch-state.js';
import { CannotSeal } from '../../src/model/defense.js';
import { type Devices, devicesOf, type TestDevice } from '../support/devices.js';
import { HEADER, withBitFlipped } from '../support/sealed.js';

const ROOM = HEADER.room;
const PEOPLE = ['alice', 'bob', 'carol'] as const;

/** Alice, the host, then Bob and Carol have entered; all that they said was heard. */
function room(defense = 'epoch'): { net: Devices; alice: TestDevice; bob: TestDevice; carol: TestDevice } {
  const net = devicesOf(defense);
  const [alice, bob, carol] = PEOPLE.map((nick) => net.start(nick)) as [TestDevice, TestDevice, TestDevice];
  for (const device of [alice, bob, carol]) {
    device.armed.joined(ROOM, [...PEOPLE]);
    expect(net.settle(alice, bob, carol)).toEqual([]);
  }
  return { net, alice, bob, carol };
}

/** All secrets that a device has stored, as text. */
const storageOf = (device: TestDevice): string =>
  JSON.stringify([...device.stores.values()].map((store) => [...store]));
const keysOf = (device: TestDevice): { epoch: number; key: string }[] =>
  JSON.parse(device.stores.get('epoch')!.get(ROOM)!).keys;

describe('an epoch', () => {
  test('has one key, which every member has and nobody else was told', () => {
    const { net, alice, bob, carol } = room();
    expect(bob.open(alice.seal('Hello'))).toBe('Hello');
    expect(carol.open(bob.seal('Hello too'), { nick: 'bob' })).toBe('Hello too');
    expect(keysOf(bob)).toEqual(keysOf(alice));
    for (const { body } of net.said) expect(body).not.toContain(keysOf(alice)[0]!.key.slice(0, 20));
  });

  test('binds room, author, place, time and its own number', () => {
    const { alice, bob } = room();
    const body = alice.seal('Hello');
    for (const change of [{ nick: 'carol' }, { seq: 2 }, { sent: HEADER.sent + 1 }])
      expect(bob.open(body, change)).toBe('bad-epoch-tag');
    expect(bob.open(body, { room: 'den' })).toBe('no-epoch-key');
    expect(bob.open(withBitFlipped(body, 'base64url', 3))).toBe('unknown-epoch');
    for (const at of [4, 15, 16, 20, 21, 36])
      expect(bob.open(withBitFlipped(body, 'base64url', at))).toBe('bad-epoch-tag');
    for (const malformed of ['', 'AAAA', body.slice(0, -1), `${body}\n`])
      expect(bob.open(malformed)).toBe('malformed-epoch');
  });

  test('seals no two messages alike', () => {
    const { alice } = room();
    const ivs = Array.from({ length: 64 }, () =>
      Buffer.from(alice.seal('Hello'), 'base64url').subarray(4, 16).toString('hex'),
    );
    expect(new Set(ivs).size).toBe(ivs.length);
  });

  test('before its key has come nothing is sealed, opened or thrown but by its name', () => {
    const net = devicesOf('epoch+transcript');
    const bob = net.start('bob');
    expect(() => bob.seal('Hello')).toThrow(CannotSeal);
    bob.armed.joined(ROOM, ['bob']);
    expect(() => bob.seal('Hello')).toThrow(/no-epoch-key/);
    expect(bob.open(room().alice.seal('Hello'))).toBe('no-epoch-key');
    // The host comes later, announces herself, and he asks once more.
    const alice = net.start('alice');
    alice.armed.joined(ROOM, ['bob', 'alice']);
    expect(net.settle(alice, bob)).toEqual([]);
    expect(alice.open(bob.seal('Hello'), { nick: 'bob' })).toBe('Hello');
  });
});

describe('when somebody leaves', () => {
  const left = () => {
    const all = room();
    const before = all.bob.seal('before', { seq: 1 });
    const stolen = new Map(all.carol.stores.get('epoch')!);
    all.carol.armed.leaving(ROOM);
    return { ...all, before, stolen };
  };

  test('an epoch begins whose key she has not, though she hears all that is said', () => {
    const { net, alice, bob, carol } = left();
    expect(net.settle(alice, bob)).toEqual([]);
    expect(keysOf(alice).map(({ epoch }) => epoch)).toEqual([1, 2]);
    const body = alice.seal('She is gone');
    expect(bob.open(body)).toBe('She is gone');
    for (const said of [...net.said]) carol.hear(said);
    expect(carol.open(body)).toBe('unknown-epoch');
  });

  test('nobody seals under the old key from the announcement on, and what was under way is opened for 30 s', () => {
    const { net, alice, bob, before } = left();
    const at = net.clock;
    alice.hear(net.said.at(-1)!); // the leave
    bob.hear(net.said.at(-1)!); // the announcement; the wrap has not come yet
    expect(() => bob.seal('after')).toThrow(CannotSeal);
    expect(net.settle(alice, bob)).toEqual(['stale-epoch-word', 'stale-epoch-word']);
    expect(bob.open(alice.seal('after'))).toBe('after');
    net.clock = at + OVERLAP;
    expect(alice.open(before, { nick: 'bob', sent: at })).toBe('before');
    net.clock = at + OVERLAP + 1;
    expect(alice.open(before, { nick: 'bob', sent: at })).toBe('unknown-epoch');
  });

  test('the old key is deleted from every device once its time is over, and the secrets that opened wraps at once', () => {
    const { net, alice, bob } = left();
    const [old] = keysOf(alice);
    net.settle(alice, bob);
    const asked = JSON.parse(bob.stores.get('epoch')!.get(ROOM)!).asked;
    expect(asked).toEqual([]);
    expect(storageOf(bob)).toContain(old!.key);
    net.clock += OVERLAP + 1;
    for (const device of [alice, bob]) {
      device.armed.beat(ROOM);
      expect(storageOf(device)).not.toContain(old!.key);
    }
  });

  test('a state that was stolen before does not open the wraps that come after', () => {
    const { net, alice, bob, stolen } = left();
    net.settle(alice, bob);
    const thief = devicesOf('epoch').start('carol');
    for (const [name, value] of stolen) thief.stores.get('epoch')!.set(name, value);
    for (const said of net.said) thief.hear(said);
    expect(keysOf(thief).map(({ epoch }) => epoch)).toEqual([1]);
    expect(thief.open(alice.seal('after'))).toBe('unknown-epoch');
  });
});

describe('a control frame', () => {
  test('that was heard before is refused by everybody whom it concerns, after a restart too', () => {
    const { net, alice, bob, carol } = room();
    carol.armed.leaving(ROOM);
    net.settle(alice, bob);
    const before = keysOf(alice);
    const restarted = [net.start('alice'), net.start('bob')];
    for (const device of [alice, bob, ...restarted])
      for (const said of net.said) expect([null, 'stale-epoch-word']).toContain(device.hear(said));
    const heard = (device: TestDevice, nick: string): (string | null)[] =>
      net.said.filter((said) => said.nick === nick).map((said) => device.hear(said));
    for (const device of [alice, restarted[0]!])
      for (const nick of ['bob', 'carol'])
        expect(new Set(heard(device, nick))).toEqual(new Set(['stale-epoch-word']));
    for (const device of [bob, restarted[1]!])
      expect(new Set(heard(device, 'alice'))).toEqual(new Set(['stale-epoch-word']));
    // No epoch began, no wrap was made.
    expect(keysOf(alice)).toEqual(before);
  });

  test('that is not signed by its nick, or was for another room, is refused', () => {
    const { net, alice, bob } = room();
    bob.armed.leaving(ROOM);
    const leave = net.said.at(-1)!;
    const [tag, text] = leave.body.split('.') as [string, string];
    const other = text.slice(0, 8) + (text[8] === 'A' ? 'B' : 'A') + text.slice(9);
    for (const forged of [
      { ...leave, nick: 'carol' },
      { ...leave, room: 'den' },
      { ...leave, nick: 'nobody' },
      { ...leave, body: `${tag}.${other}` },
      { ...leave, body: text },
      { ...leave, body: `${withBitFlipped(tag, 'base64url', 40)}.${text}` },
    ])
      expect(alice.hear(forged)).toBe('bad-epoch-word');
    expect(alice.hear(leave)).toBeNull();
    expect(keysOf(alice)).toHaveLength(2);
  });

  test('of somebody who is not the host announces nothing and wraps nothing', () => {
    const { net, bob, carol } = room();
    const before = keysOf(bob);
    carol.armed.leaving(ROOM);
    expect(bob.hear(net.said.at(-1)!)).toBeNull();
    expect(keysOf(bob)).toEqual(before);
  });

  test('with a wrap for a request that she never made is refused', () => {
    const { net, alice, bob } = room();
    bob.armed.joined(ROOM, []);
    const ask = net.said.at(-1)!;
    const wrapped = net.said.length;
    expect(alice.hear(ask)).toBeNull();
    const wrap = net.said[wrapped]!;
    // Another device of Bob's that has asked for itself.
    const impostor = devicesOf('epoch').start('bob');
    impostor.armed.joined(ROOM, []);
    expect(impostor.hear(wrap)).toBe('bad-wrap');
    expect(bob.hear(wrap)).toBeNull();
  });
});

describe('a member who comes back', () => {
  test('after a restart has the key at once', () => {
    const { net, alice } = room();
    expect(net.start('bob').open(alice.seal('Hello'))).toBe('Hello');
  });

  test('takes the counters over from the host: what was said meanwhile is no gap, and cannot be shown to her late', () => {
    const { net, alice, bob, carol } = room('epoch+sequence-durable');
    const say = (seq: number): string => bob.seal(`message ${seq}`, { seq });
    const shown = (device: TestDevice, body: string, seq: number): string =>
      device.open(body, { nick: 'bob', seq });
    const [first, missed] = [say(1), say(2)];
    for (const device of [alice, carol]) expect(shown(device, first, 1)).toBe('message 1');
    expect(shown(alice, missed, 2)).toBe('message 2');
    const back = net.start('carol');
    back.armed.joined(ROOM, [...PEOPLE]);
    expect(net.settle(alice, bob, back)).toEqual([]);
    expect(shown(back, missed, 2)).toBe('counter-seen');
    expect(shown(back, say(3), 3)).toBe('message 3');
    expect(back.alarms).toEqual([]);
  });
});
