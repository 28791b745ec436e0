import { describe, expect, test } from 'vitest';
import { nowhere } from '../../src/defenses/arm.js';
import { compose, SenselessComposition } from '../../src/defenses/compose.js';
import { DEFENSES, PARTS } from '../../src/defenses/index.js';
import { utf8 } from '../../src/model/bytes.js';
import { type Layer, type Opened, type Part, STAGES } from '../../src/model/defense.js';
import { openChat, ROOM } from '../support/chat.js';
import { keysOf } from '../support/keys.js';
import { accepted, device, HEADER, NOW } from '../support/sealed.js';

/** Without the variants that are vulnerable on purpose and the settings of the relay. */
const SOUND = PARTS.filter(({ id }) => [...DEFENSES, 'bound', 'pad', 'sequence', 'transcript'].includes(id));

const idsOf = (id: string, parts = PARTS): string[] => compose(id, parts).parts.map((part) => part.id);

/** A part of a test: passes bodies through unless told otherwise. */
const part = (id: string, more: Partial<Part>, layer: Partial<Layer> = {}): Part => ({
  id,
  title: `the part ${id}`,
  protects: 'nothing',
  leavesOpen: 'everything',
  stage: 'mac',
  layer: () => ({ seal: (body) => body, open: (body) => ({ ok: true, body }), ...layer }),
  ...more,
});

/** All orders of the items. */
function orders(items: readonly string[]): string[][] {
  if (items.length < 2) return [[...items]];
  return items.flatMap((item) =>
    orders(items.filter((other) => other !== item)).map((rest) => [item, ...rest]),
  );
}

describe('the sound order', () => {
  test.each([
    ['fernet+signature+codec', ['codec', 'fernet', 'signature'], 'signature+fernet'],
    [
      'encryption+mac+signature+codec',
      ['codec', 'mac', 'encryption', 'signature'],
      'signature+encryption+mac',
    ],
    ['fernet+ttl+signature', ['fernet', 'signature', 'ttl'], 'ttl+signature+fernet'],
    ['mac+fernet', ['mac', 'fernet'], 'fernet+mac'],
  ])(
    '%s stands as %j in every order that can be typed, under one id and one suite',
    (typed, sound, suite) => {
      const id = compose(typed, PARTS).id;
      for (const order of orders(typed.split('+'))) {
        const stack = compose(order.join('+'), PARTS);
        expect(stack.parts.map(({ id }) => id)).toEqual(sound);
        expect([stack.id, stack.wire.suite]).toEqual([id, suite]);
      }
    },
  );

  test('any two parts compose but encryption with what brings fernet, and open what the same two sealed in the other order', () => {
    for (const a of SOUND)
      for (const b of SOUND) {
        if (a.id === b.id) continue;
        const ids = [...idsOf(a.id), ...idsOf(b.id)];
        const senseless = ids.includes('encryption') && ids.includes('fernet');
        expect([a.id, b.id, isSenseless(`${a.id}+${b.id}`)]).toEqual([a.id, b.id, senseless]);
        if (senseless) continue;
        const body = device(`${a.id}+${b.id}`, 'alice').seal('hello');
        expect(device(`${b.id}+${a.id}`, 'bob').verdict(body)).toBe(accepted('hello'));
      }
  });

  test('spaces around a plus are not part of a name', () => {
    expect(compose(' mac + encryption ', PARTS).id).toBe('encryption+mac');
  });

  test('encryption+mac checks the MAC before it decrypts, over the sealed body', () => {
    const body = device('encryption+mac', 'alice').seal('hello');
    const inner = device('encryption', 'bob').verdict(body.split('.')[1]!);
    expect(inner).toBe(accepted('hello'));
    expect(device('encryption+mac', 'bob').verdict(`${body.split('.')[0]}.not even base64`)).toBe('bad-mac');
  });

  test('a signature stands inside the encryption, where nobody can strip it without the key', () => {
    const token = device('fernet+signature', 'alice').seal('hello');
    expect(device('fernet', 'bob').verdict(token)).toMatch(/^accepted: [\w-]{86}==\.\{"text":"hello"\}$/);
  });

  test('what the stack publishes goes from the outside in and says nothing of protection', () => {
    const { wire } = compose('signature+fernet+codec', PARTS);
    expect(wire.envelopes.map((envelope) => envelope.part)).toEqual(['fernet', 'signature']);
    expect(wire).toMatchObject({ version: 1, codec: 'strict', suite: 'signature+fernet' });
    expect(JSON.stringify(wire)).not.toMatch(/protect|leavesOpen|secure/);
  });
});

describe('what a stack is called and publishes', () => {
  test('is the titles of its parts, and a name of its own where there is none', () => {
    const titles = ['encryption', 'mac'].map((id) => compose(id, PARTS).title);
    expect(compose('mac+encryption', PARTS).title).toBe(titles.join(' + '));
    expect(compose('none', PARTS)).toMatchObject({ id: 'none', parts: [] });
    expect(compose('none', PARTS).title).not.toBe('');
  });

  test('is the suite none, no envelope and no TLS where nothing seals', () => {
    const nothing = { version: 1, suite: 'none', envelopes: [] };
    expect(compose('none', PARTS).wire).toEqual({ ...nothing, codec: 'reviving' });
    expect(compose('codec+limits', PARTS).wire).toEqual({ ...nothing, codec: 'strict', pings: true });
  });

  test('tells TLS where it stands, and only there', () => {
    expect(compose('tls', PARTS).wire).toEqual({
      version: 1,
      suite: 'none',
      codec: 'reviving',
      envelopes: [],
      tls: true,
    });
    expect(compose('mac', PARTS).wire).not.toHaveProperty('tls');
  });

  test('tells whether the relay pings', () => {
    expect(compose('limits', PARTS).wire).toMatchObject({ pings: true });
    expect(compose('transcript', PARTS).wire).not.toHaveProperty('pings');
  });

  test('has no envelope of a layer that writes none', () => {
    const fernet = compose('fernet', PARTS).wire.envelopes;
    expect(fernet).toHaveLength(1);
    expect(compose('ttl', PARTS).wire).toMatchObject({ suite: 'ttl+fernet', envelopes: fernet });
    expect(compose('ttl', PARTS).wire.envelopes).toHaveLength(1);
  });
});

function isSenseless(id: string): boolean {
  try {
    compose(id, PARTS);
    return false;
  } catch (error) {
    if (!(error instanceof SenselessComposition)) throw error;
    return true;
  }
}

describe('senseless compositions are refused with a reason', () => {
  test.each([
    ['encryption+fernet', /encryption.*fernet.*both encrypt the body for the same members/],
    ['fernet+encryption', /both encrypt/],
    ['encryption+ttl', /both encrypt/],
    ['none+mac', /none is the absence of a defense/],
    ['mac+none', /none is the absence of a defense/],
    ['none+none', /none is the absence of a defense/],
    ['mac+mac', /names mac twice/],
    ['fernet+signature+fernet', /names fernet twice/],
  ])('%s', (id, reason) => {
    expect(() => compose(id, PARTS)).toThrow(SenselessComposition);
    expect(() => compose(id, PARTS)).toThrow(reason);
  });

  test.each(['rot13', 'mac+rot13', '', 'mac+', 'MAC', '__proto__', 'constructor'])(
    '“%s” names an unknown part',
    (id) => {
      expect(() => compose(id, PARTS)).toThrow(RangeError);
      expect(() => compose(id, PARTS)).toThrow(/unknown part/);
    },
  );

  test('every column of the grid, and each of its parts with a signature and the codec, composes', () => {
    for (const id of DEFENSES) expect(compose(id, PARTS).id).toBe(id);
    for (const id of ['encryption', 'mac', 'fernet', 'ttl'])
      expect(isSenseless(`${id}+signature+codec`)).toBe(false);
  });

  test('rivals are named in the order in which they would stand, however they were typed', () => {
    const parts = [...PARTS, part('other-mac', {})];
    for (const typed of ['mac+other-mac', 'fernet+mac+other-mac'])
      expect(() => compose(typed, parts)).toThrow(
        `mac and other-mac do not compose (${typed}): both stand in the place "mac"`,
      );
    expect(compose('fernet+mac', parts).id).toBe('mac+fernet');
  });

  test('two parts outside may not stand in one place either, whatever they are called', () => {
    const parts = [...PARTS, part('other-signature', { stage: 'signature' })];
    expect(() => compose('signature+other-signature', parts)).toThrow(/both stand in the place "signature"/);
  });
});

describe('what a part brings', () => {
  test('ttl brings fernet, and the id stays as typed', () => {
    expect(idsOf('ttl')).toEqual(['fernet', 'ttl']);
    expect(compose('ttl', PARTS)).toMatchObject({ id: 'ttl', wire: { suite: 'ttl+fernet' } });
  });

  test('fernet typed beside ttl is the same stack under a longer id', () => {
    expect(idsOf('ttl+fernet')).toEqual(['fernet', 'ttl']);
    expect(compose('ttl+fernet', PARTS)).toMatchObject({ id: 'fernet+ttl', wire: { suite: 'ttl+fernet' } });
  });

  test('a part instead of fernet takes its place: nothing else is brought', () => {
    const parts = [...PARTS, part('blind-fernet', { stage: 'decrypt', insteadOf: 'fernet' })];
    expect(idsOf('ttl+blind-fernet', parts)).toEqual(['blind-fernet', 'ttl']);
    expect(idsOf('ttl', parts)).toEqual(['fernet', 'ttl']);
  });

  test('what a brought part brings is brought as well', () => {
    const parts = [...PARTS, part('patience', { stage: 'codec', brings: ['ttl'] })];
    expect(idsOf('patience', parts)).toEqual(['patience', 'fernet', 'ttl']);
  });

  test('a part that gives what is brought is enough, and one that gives something else is not', () => {
    const giving = part('giving', { stage: 'decrypt', gives: ['fernet'] });
    const other = part('other', { stage: 'mac', gives: ['something'] });
    expect(idsOf('giving+ttl', [...PARTS, giving])).toEqual(['giving', 'ttl']);
    expect(idsOf('other+ttl', [...PARTS, other])).toEqual(['other', 'fernet', 'ttl']);
  });

  test('a part that brings what nobody knows is refused', () => {
    const parts = [...PARTS, part('lonely', { brings: ['nothing-known'] })];
    expect(() => compose('lonely', parts)).toThrow(/unknown part nothing-known/);
  });

  test('only codec changes the settings', () => {
    for (const { id } of PARTS)
      expect(compose(id, PARTS).settings.codec).toBe(id === 'codec' ? 'strict' : 'reviving');
  });
});

describe('a part that misbehaves', () => {
  const FOREIGN = {
    'throws an error': () => {
      throw new Error('boom');
    },
    'throws nothing in particular': () => {
      throw undefined;
    },
    'answers nothing': () => undefined,
    'answers null': () => null,
    'answers true': () => true,
    'answers a promise': () => Promise.resolve({ ok: true, body: utf8('x') }),
    'accepts with a truthy word': () => ({ ok: 'yes', body: utf8('x') }),
    'accepts with a text for a body': () => ({ ok: true, body: '{"text":"x"}' }),
    'accepts without a body': () => ({ ok: true }),
    'refuses without a code': () => ({ ok: false }),
  };

  test.each(Object.entries(FOREIGN))('one that %s has accepted nothing: crashed-part', (_, open) => {
    const parts = [...PARTS, part('broken', {}, { open: open as unknown as Layer['open'] })];
    expect(
      device('broken+signature', 'bob', {}, parts).verdict(device('signature', 'alice').seal('hello')),
    ).toBe('crashed-part');
  });

  test('one that answers as it should is heard: its refusal with its own code, its acceptance', () => {
    const refusing = part('picky', {}, { open: () => ({ ok: false, code: 'picky:no' }) });
    const passing = part('easy', {});
    expect(device('picky', 'bob', {}, [refusing]).verdict('{"text":"hello"}')).toBe('picky:no');
    expect(device('easy', 'bob', {}, [passing]).verdict('{"text":"hello"}')).toBe(accepted('hello'));
  });

  test('in the chat it costs its own frames, and nobody crashes', async () => {
    const broken = part('broken', {}, { open: FOREIGN['throws an error'] });
    const chat = await openChat({ defense: 'broken', parts: [broken] });
    const alice = await chat.join('alice');
    await chat.join('bob');
    alice.say(ROOM, 'one');
    alice.say(ROOM, 'two');
    await chat.settle();
    expect(chat.refusals('bob')).toEqual(['crashed-part', 'crashed-part']);
    expect(await alice.list()).toEqual([ROOM]);
  });
});

describe('state changes only after every check', () => {
  /** A part that counts what it has opened and what it was told to commit. */
  function counter(stage: Part['stage']): { part: Part; opened: number; committed: number } {
    const counts = { opened: 0, committed: 0 } as { part: Part; opened: number; committed: number };
    const commit = (): void => void counts.committed++;
    const open = (body: Uint8Array): Opened => {
      counts.opened++;
      return { ok: true, body, commit };
    };
    counts.part = part('counter', { stage }, { open });
    return counts;
  }

  test('no layer’s state is committed by opening alone, and all of it by committing', () => {
    const outer = counter('mac');
    const layer = compose('counter+signature', [...PARTS, outer.part]).arm(keysOf('bob'));
    const sealed = device('signature', 'alice').seal('hello');
    const opened = layer.open(utf8(sealed), { header: HEADER, now: NOW });
    expect([outer.opened, outer.committed]).toEqual([1, 0]);
    expect(opened.ok).toBe(true);
    if (opened.ok) opened.commit?.();
    expect(outer.committed).toBe(1);
  });

  test('where an inner layer refuses, the outer one has nothing to commit', () => {
    const outer = counter('mac');
    const layer = compose('counter+signature', [...PARTS, outer.part]).arm(keysOf('bob'));
    const opened = layer.open(utf8('no signature'), { header: HEADER, now: NOW });
    expect(opened).toEqual({ ok: false, code: 'unsigned' });
    expect([outer.opened, outer.committed]).toEqual([1, 0]);
  });

  test.each([
    ['is no encoded message', '{"words":"hello"}', ['malformed-body']],
    ['is not UTF-8', null, ['not-utf8']],
    ['holds a lone surrogate', '{"text":"\\ud800"}', ['not-well-formed']],
    ['is an honest message', '{"text":"hello"}', []],
  ])('a body that passes all layers and %s commits only if it is shown', async (_, body, refused) => {
    const inner = counter('time');
    const notUtf8 =
      (open: Layer['open']): Layer['open'] =>
      (sealed, opening) => {
        const opened = open(sealed, opening);
        return opened.ok && body === null ? { ...opened, body: Uint8Array.of(0xff) } : opened;
      };
    const watched: Part = {
      ...inner.part,
      layer: (keys) => {
        const layer = inner.part.layer!(keys, nowhere());
        return { seal: () => utf8(body ?? ''), open: notUtf8(layer.open) };
      },
    };
    const chat = await openChat({ defense: 'counter', parts: [watched] });
    const alice = await chat.connect('alice');
    await alice.join(ROOM);
    alice.say(ROOM, 'whatever');
    await chat.settle();
    expect([chat.refusals('alice'), inner.opened, inner.committed]).toEqual([
      refused,
      1,
      refused.length === 0 ? 1 : 0,
    ]);
  });

  test('a part that throws while it commits has not accepted: the text is not shown and nobody crashes', async () => {
    const commit = (): void => {
      throw new Error('boom');
    };
    const chat = await openChat({
      defense: 'late',
      parts: [part('late', {}, { open: (body) => ({ ok: true, body, commit }) })],
    });
    const alice = await chat.join('alice');
    alice.say(ROOM, 'hello');
    await chat.settle();
    expect([chat.refusals('alice'), chat.shown('alice')]).toEqual([['crashed-part'], []]);
  });
});

describe('the parts as a list', () => {
  test('every part says what it protects and what it leaves open, and stands at a known stage', () => {
    for (const { id, title, protects, leavesOpen, stage } of PARTS) {
      expect([id, title, protects, leavesOpen].every((words) => words.length > 0)).toBe(true);
      expect(STAGES).toContain(stage);
    }
    expect(new Set(PARTS.map(({ id }) => id)).size).toBe(PARTS.length);
  });

  test('every layer publishes what it writes, and its published fields take its bodies apart', () => {
    for (const { id, insteadOf, layer, envelope } of PARTS) {
      if (!layer || !envelope) continue; // some write nothing of their own
      expect([id, insteadOf ?? id]).toContain(envelope.part);
      const made = layer(keysOf('alice'), { ...nowhere(), me: 'alice' });
      made.joined?.(HEADER.room, ['alice']); // where keys are agreed upon first, she agrees with herself
      const bytes = made.seal(utf8('hello'), { header: HEADER, now: NOW });
      const sealed = Buffer.from(bytes).toString();
      const inner =
        envelope.encoding === 'utf8' ? sealed : Buffer.from(sealed, envelope.encoding).toString('latin1');
      for (const { until } of envelope.fields) if (until) expect(inner).toContain(until);
      const fixed = envelope.fields.reduce(
        (sum, field) => sum + (field.encoding ? 0 : (field.bytes ?? 0)),
        0,
      );
      expect(inner.length).toBeGreaterThan(fixed);
    }
  });
});

describe('full', () => {
  const LIST = 'epoch+signature+sequence-durable+ttl+transcript+pad+codec+limits+log-redaction+tls';

  test('is the list that the catalogue gives, whatever the order it was typed in, and owns no part', () => {
    const stack = compose('full', PARTS);
    expect([stack.id, stack.title]).toEqual(['full', 'full']);
    const backwards = LIST.split('+').reverse().join('+');
    for (const typed of [LIST, backwards]) {
      expect(compose(typed, PARTS).id).toBe('full');
      expect(compose(typed, PARTS).parts).toEqual(stack.parts);
    }
    // What they bring stands there too, and Fernet's place is taken.
    expect(stack.parts.map(({ id }) => id).sort()).toEqual([...LIST.split('+'), 'bound'].sort());
    expect(PARTS.map(({ id }) => id)).not.toContain('full');
  });

  test('composes with what it has not, and refuses what it has and what does not go with it', () => {
    expect(compose('full+mac', PARTS).id).toBe('full+mac');
    expect(compose('full+mac', PARTS).parts).toHaveLength(compose('full', PARTS).parts.length + 1);
    expect(() => compose('full+tls', PARTS)).toThrow(/names tls twice/);
    expect(() => compose('full+fernet', PARTS)).toThrow(SenselessComposition);
    expect(() => compose('full+none', PARTS)).toThrow(SenselessComposition);
  });

  test('one part less is no longer full', () => {
    for (const name of LIST.split('+')) {
      const rest = LIST.split('+').filter((other) => other !== name);
      expect(compose(rest.join('+'), PARTS).id).not.toBe('full');
    }
  });
});

describe('without', () => {
  const ids = (id: string): string[] => compose(id, PARTS).parts.map((part) => part.id);

  test('takes a part out, even one that another brings', () => {
    expect(ids('ttl')).toEqual(['fernet', 'ttl']);
    expect(ids('ttl without fernet')).toEqual(['ttl']);
    expect(ids('ttl+mac without fernet+ttl')).toEqual(['mac']);
  });

  test('is said in the name, and changes what is published', () => {
    const stack = compose('ttl+signature without fernet', PARTS);
    expect(stack.id).toBe('ttl+signature without fernet');
    expect(stack.wire.suite).toBe('ttl+signature');
    expect(stack.title).toMatch(/, without fernet$/);
  });

  test('may be said twice, and names what is gone in the order in which it stood', () => {
    const stack = compose('ttl+mac without ttl without  fernet ', PARTS);
    expect(stack.parts.map(({ id }) => id)).toEqual(['mac']);
    expect(stack.id).toBe('mac+ttl without fernet+ttl');
    expect(stack.title).toMatch(/, without fernet and ttl$/);
    expect(compose('ttl+mac without fernet + ttl', PARTS)).toMatchObject({ id: stack.id, wire: stack.wire });
  });

  test('refuses what is not there', () => {
    expect(() => compose('ttl without mac', PARTS)).toThrow('mac is no part of ttl');
  });
});
