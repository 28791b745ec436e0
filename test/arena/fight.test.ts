import { describe, expect, test } from 'vitest';
import { HEARTBEAT } from '../../src/arena/bout.js';
import { fight, PATIENCE } from '../../src/arena/fight.js';
import { encodeFrame, readFrame } from '../../src/chat/wire.js';
import type { Capabilities, Decision } from '../../src/model/attack.js';
import type { Position } from '../../src/model/property.js';
import type { Step } from '../../src/model/scenario.js';
import { eventsOf, type Trace } from '../../src/model/trace.js';
import { judgeBenign } from '../../src/referee/controls.js';
import { attackBy, bout, LARGE, say } from '../support/bouts.js';
import { expectNothingUncaught, frames } from '../support/chat.js';
import { handles, leaked, ownTemporaryDirectory } from '../support/resources.js';

const shown = (trace: Trace, who: string): string[] =>
  eventsOf(trace, 'accept')
    .filter((event) => event.who === who)
    .map(({ text }) => text);
const faults = (trace: Trace): string[] => eventsOf(trace, 'fault').map(({ what }) => what);
const forever = (): Promise<never> => new Promise(() => {});

describe('an honest run', () => {
  test.each(['none', 'encryption', 'mac', 'fernet', 'ttl', 'signature', 'codec', 'fernet+signature+codec'])(
    'under %s shows everybody everything, without a reject or an alarm',
    async (defense) => {
      const trace = await fight(bout({ defense }));
      expect(judgeBenign(trace)).toMatchObject({ outcome: 'passed' });
      for (const who of ['alice', 'bob', 'carol']) expect(shown(trace, who)).toHaveLength(4);
    },
  );

  test('gives every event an id of its own and never goes back in time', async () => {
    const trace = await fight(
      bout({ steps: [say('alice', 'one'), { do: 'wait', seconds: 12 }, say('bob', 'two')] }),
    );
    expect(new Set(trace.map(({ id }) => id)).size).toBe(trace.length);
    for (const [index, event] of trace.entries())
      expect(event.at).toBeGreaterThanOrEqual(trace[index - 1]?.at ?? 0);
    expect(eventsOf(trace, 'send').map(({ at }) => at)).toEqual([0, 12]);
  });

  test('is the same story for the same seed, and shares no key or salted byte with its twin', async () => {
    const stories = await Promise.all([
      fight(bout({ defense: 'mac', seed: 5 })),
      fight(bout({ defense: 'mac', seed: 5 })),
    ]);
    // Whose frame arrives first is the network's to say; what each member is shown, in order, is not.
    const told = stories.map((trace) => ['alice', 'bob', 'carol'].map((who) => shown(trace, who)));
    expect(told[0]).toEqual(told[1]);
    const tags = stories.map((trace) =>
      eventsOf(trace, 'frame-out')
        .map(({ bytes }) => /[0-9a-f]{64}\./.exec(bytes)?.[0])
        .filter(Boolean),
    );
    expect(tags[0]!.length).toBe(4);
    expect(tags[0]!.filter((tag) => tags[1]!.includes(tag))).toEqual([]);
  });

  test('a courier holds frames back by virtual time alone', async () => {
    const courier = ({ from }: { from: string }) =>
      from === 'relay' ? ({ do: 'forward' } as const) : ({ do: 'delay', seconds: 45 } as const);
    const started = performance.now();
    const trace = await fight(bout({ courier }));
    expect(shown(trace, 'bob')).toHaveLength(4);
    for (const { at } of eventsOf(trace, 'accept')) expect(at).toBe(45);
    expect(performance.now() - started).toBeLessThan(5000);
  });
});

describe('clocks', () => {
  test.each([
    { skew: 0, refused: 0 },
    { skew: -30, refused: 0 },
    { skew: -31, refused: 8 },
    { skew: 60, refused: 0 },
    { skew: 61, refused: 8 },
  ])(
    'Alice’s and Bob’s watch $skew s off Carol’s: $refused refusals under ttl',
    async ({ skew, refused }) => {
      const steps = [1, 2, 3, 4].map((n) => say(n % 2 ? 'alice' : 'bob', `message ${n}`));
      const trace = await fight(
        bout({
          defense: 'ttl',
          steps,
          skews: { alice: skew, bob: skew },
          cast: ['alice', 'bob', 'carol', 'dave'],
        }),
      );
      expect(
        eventsOf(trace, 'reject')
          .map(({ who }) => who)
          .sort(),
      ).toEqual(refused === 0 ? [] : [...Array(4).fill('carol'), ...Array(4).fill('dave')]);
    },
  );

  test('a skew moves what that member writes into the header, and nobody else’s', async () => {
    const trace = await fight(bout({ skews: { alice: -45 } }));
    const sent = eventsOf(trace, 'frame-out').flatMap(({ who, bytes }) => {
      const frame = readFrame(bytes);
      return frame?.type === 'message' ? [[who, frame.header.sent] as const] : [];
    });
    const bobs = sent.find(([who]) => who === 'bob')![1];
    for (const [who, time] of sent) expect(time - bobs).toBe(who === 'alice' ? -45 : 0);
  });

  test('the run outlasts what an adversary put off, and one heartbeat more', async () => {
    const late = attackBy('relay', () => ({
      forward: ({ from }) => (from === 'alice' ? { do: 'delay', seconds: 100 } : { do: 'forward' }),
      guess: () => 'over',
    }));
    const trace = await fight(bout(late));
    expect(shown(trace, 'bob')).toContain('Pay 100 euros to Bob');
    expect(eventsOf(trace, 'guess')[0]!.at).toBe(100 + HEARTBEAT);
  });
});

describe('quiescence catches a chain of frames', () => {
  test('a relay that answers each injection with another has done so before the next speaker speaks', async () => {
    const chain = attackBy('relay', ({ inject }, { wire }) => {
      let left = 30;
      return {
        // Every frame to Bob sets off a frame to Carol and so on: the hook sees the relay's own frames, not injections.
        forward: ({ to, from, bytes }) => {
          if (from !== 'alice' || to !== 'bob') return { do: 'forward' };
          while (left-- > 0)
            inject(left % 2 ? 'carol' : 'bob', bytes.replace('Pay 100', `Pay ${wire.version}${left}`));
          return { do: 'forward' };
        },
      };
    });
    const trace = await fight(bout({ ...chain, steps: [say('alice', 'Pay 100'), say('bob', 'Thanks')] }));
    const thanks = trace.findIndex((event) => event.kind === 'send' && event.author === 'bob');
    const before = eventsOf(trace.slice(0, thanks), 'accept');
    expect(before.filter(({ who }) => who === 'bob')).toHaveLength(16);
    expect(before.filter(({ who }) => who === 'carol')).toHaveLength(16);
  });

  test('an outsider’s frames, each sent on seeing the one before, are all answered before `settle` returns', async () => {
    let answered = 0;
    const outsider = attackBy('outsider', ({ connect }, { settle }) => ({
      begin: async () => {
        const connection = await connect();
        connection.send(encodeFrame(frames.join('mallory', 0)));
        for (let id = 1; id <= 20; id++) {
          connection.send(encodeFrame(frames.message('mallory', id)));
          await settle();
          answered = connection.received.filter((bytes) => readFrame(bytes)?.type === 'reply').length;
          expect(answered).toBe(id + 1);
        }
      },
    }));
    const trace = await fight(bout(outsider));
    expect([faults(trace), answered]).toEqual([[], 21]);
  });

  test('a detonation under way is waited for, and so is what it brings to light', async () => {
    const marked = (id: number): string =>
      JSON.stringify({ v: 1, type: 'list', header: { id }, x: '_$$ND_FUNC$$_function(){}' });
    const sender = attackBy('sender', ({ connect }, { settle }) => ({
      begin: async () => {
        (await connect()).send(marked(1));
        await settle();
      },
      guess: () => 'after',
    }));
    const found = { executed: true, why: 'a canary' };
    const detonator = {
      detonate: () => new Promise<typeof found>((resolve) => setTimeout(resolve, 50, found)),
    };
    const trace = await fight(bout({ ...sender, detonator }));
    const kinds = trace.map(({ kind }) => kind);
    expect(eventsOf(trace, 'detonation')).toMatchObject([{ who: 'relay', executed: true }]);
    expect(kinds.indexOf('detonation')).toBeLessThan(kinds.indexOf('send'));
  });
});

describe('the watchdog', () => {
  const HANGING = {
    'hangs before the talk': { begin: forever },
    'hangs after the talk': { end: forever },
  };

  test.each(Object.entries(HANGING))(
    'ends the trial of an adversary that %s, within its patience',
    async (_, adversary) => {
      const started = performance.now();
      const trace = await fight(bout({ ...attackBy('relay', () => adversary), patience: 300 }));
      expect(faults(trace)).toEqual(['the watchdog ended the trial after 300 ms']);
      expect(performance.now() - started).toBeLessThan(2500);
    },
  );

  const talking = (until: (started: number) => boolean) =>
    attackBy('sender', ({ connect }, { signal, settle }) => ({
      begin: async () => {
        const connection = await connect();
        const started = performance.now();
        for (let id = 1; !signal.aborted && !until(started); id++) {
          connection.send(encodeFrame(frames.list(id)));
          await settle();
        }
      },
    }));

  test('ends the trial of an adversary that never stops sending, when it has been slow for long enough', async () => {
    const trace = await fight(bout({ ...talking(() => false), patience: 100 }));
    expect(faults(trace)).toEqual(['the watchdog ended the trial after 400 ms']);
  });

  test('leaves one alone that is slow and goes on, and hears that it does', async () => {
    let moves = 0;
    const slow = talking((started) => performance.now() - started > 400);
    const trace = await fight(bout({ ...slow, patience: 200, moves: () => moves++ }));
    expect(faults(trace)).toEqual([]);
    expect(moves).toBeGreaterThan(10);
  });

  test.each(['wait', 'settle'] as const)(
    'ends the trial of an adversary that loops on `%s` with nothing under way',
    async (tool) => {
      const looping = attackBy('relay', (_, tools) => ({
        begin: async () => {
          for (;;) await tools[tool](1);
        },
      }));
      const trace = await fight(bout({ ...looping, patience: 300 }));
      expect(faults(trace)).toEqual(['the watchdog ended the trial after 300 ms']);
    },
  );

  test('takes no slow machine for an adversary that hangs', async () => {
    const slowly = attackBy('relay', (_, { settle }) => ({
      begin: async () => {
        const end = performance.now() + 500;
        while (performance.now() < end);
        await settle();
      },
    }));
    expect(faults(await fight(bout({ ...slowly, patience: 300 })))).toEqual([]);
  });

  test('leaves a trial alone that ends in time', async () => {
    const brief = attackBy('relay', () => ({ begin: () => Promise.resolve() }));
    expect(faults(await fight(bout({ ...brief, patience: 5000 })))).toEqual([]);
  });

  test('nothing that happens after it belongs to the trace', async () => {
    let resume = (): void => {};
    let late = false;
    const slow = attackBy('relay', ({ inject }, { did }) => ({
      begin: async () => {
        await new Promise<void>((resolve) => {
          resume = resolve;
        });
        inject('bob', 'too late');
        did('comes too late');
        late = true;
      },
    }));
    const trace = await fight(bout({ ...slow, patience: 200 }));
    const length = trace.length;
    resume();
    await new Promise((resolve) => setImmediate(resolve));
    expect([late, trace.length]).toEqual([true, length]);
  });
});

describe('an adversary that throws costs its own trial: the trace says so, and nothing is uncaught', () => {
  const boom = (): never => {
    throw new Error('boom');
  };

  test.each([
    ['in begin', () => ({ begin: boom })],
    ['later in begin', () => ({ begin: async () => boom() })],
    ['in end', () => ({ end: boom })],
    ['in its guess', () => ({ guess: boom })],
    ['when it is made', boom],
    ['in forward', () => ({ forward: boom })],
    [
      'in forward, something that is no error',
      () => ({
        forward: () => {
          throw null;
        },
      }),
    ],
    ['by answering forward with nonsense', () => ({ forward: () => [null] as never })],
  ])('%s', async (_, adversary) => {
    expectNothingUncaught();
    const trace = await fight(bout(attackBy('relay', adversary)));
    const said = [...faults(trace), ...eventsOf(trace, 'crash').map(({ what }) => what)];
    expect(said.length).toBeGreaterThan(0);
    expect(judgeBenign(trace).outcome).toBe('failed');
  });

  test('a defense whose layer cannot be made is a fault as well', async () => {
    const honest = bout();
    const stack = { ...honest.stack, arm: boom };
    expect(faults(await fight({ ...honest, stack }))).toEqual(['boom']);
  });

  test('so is one that throws when it seals; its twin that does not is none', async () => {
    const honest = bout();
    const arm: typeof honest.stack.arm = (keys) => ({ ...honest.stack.arm(keys), seal: boom });
    expect(faults(await fight({ ...honest, stack: { ...honest.stack, arm } }))).toEqual(['boom']);
    expect(faults(await fight(honest))).toEqual([]);
  });

  test('a detonator that rejects is a fault', async () => {
    const sender = attackBy('sender', ({ connect }) => ({
      begin: async () => (await connect()).send('{"x":"_$$ND_FUNC$$_function(){}"}'),
    }));
    expect(faults(await fight(bout({ ...sender, detonator: { detonate: async () => boom() } })))).toEqual([
      'boom',
    ]);
  });
});

describe('after a trial everything is closed', () => {
  const taking: { [P in Position]: (held: Capabilities[P]) => Promise<unknown> } = {
    log: async (held) => held.read(),
    wire: async (held) => held.bytes(),
    network: async (held) => held.answerAsRelay('of her own making'),
    outsider: (held) => held.connect(),
    sender: (held) => Promise.all([held.connect(), held.connect()]),
    flooder: async (held) => {
      (await held.connect()).stopReading();
      await (await held.connect()).vanish();
    },
    insider: async (held) => held.nick,
    thief: async (held) => [held.bytes(), await held.steal()],
    relay: async (held) => held.log(),
    'relay+insider': async (held) => [held.log(), held.nick],
  };
  const attackFrom = <P extends Position>(position: P) =>
    attackBy(position, (held) => ({ begin: async () => void (await taking[position](held)) }));

  test.each(Object.keys(taking) as Position[])(
    'from the position %s: sockets, servers, timers and files are as before',
    async (position) => {
      const directory = ownTemporaryDirectory();
      const before = handles();
      const trace = await fight(bout({ defense: 'fernet+signature', ...attackFrom(position) }));
      expect(faults(trace)).toEqual([]);
      await expect.poll(() => leaked(before)).toEqual({});
      expect(directory.files()).toEqual([]);
    },
  );

  test('after a trial that the watchdog ended, too', async () => {
    const directory = ownTemporaryDirectory();
    const before = handles();
    const hanging = attackBy('log', () => ({ begin: forever }));
    const trace = await fight(bout({ ...hanging, patience: 200 }));
    expect(faults(trace)).toHaveLength(1);
    await expect.poll(() => leaked(before)).toEqual({});
    expect(directory.files()).toEqual([]);
  });

  test('and while it runs they are not: the counts do count', async () => {
    const directory = ownTemporaryDirectory();
    const before = handles();
    let during: Record<string, number> = {};
    let files: string[] = [];
    const watching = attackBy('log', () => ({
      begin: () => {
        during = leaked(before);
        files = directory.files();
      },
    }));
    await fight(bout(watching));
    expect(during).toMatchObject({ TCPServerWrap: 1 });
    expect(during.TCPSocketWrap).toBeGreaterThanOrEqual(6);
    expect(files).toHaveLength(1);
    await expect.poll(() => leaked(before)).toEqual({});
  });

  test('the port is free again, and the adversary’s signal is aborted', async () => {
    let signal: AbortSignal | undefined;
    const listening = attackBy('relay', (_, tools) => {
      signal = tools.signal;
      return {};
    });
    await fight(bout(listening));
    expect(signal?.aborted).toBe(true);
  });
});

describe('a relay that keeps its answers', () => {
  const asks: Step[] = [
    say('alice', 'one'),
    { do: 'join', who: 'dave' },
    say('dave', 'nobody let me in'),
    { do: 'leave', who: 'carol' },
    say('bob', 'two'),
    { do: 'restart', who: 'bob' },
    say('alice', 'three'),
  ];
  const keeping = (to: string, decision: Decision = { do: 'drop' }) =>
    attackBy('relay', () => ({
      forward: (frame) => (frame.from === 'relay' && frame.to === to ? decision : { do: 'forward' }),
    }));

  test.each([
    ['to a newcomer, who is not in and says nothing', 'dave', ['one', 'two', 'three']],
    ['to who leaves, who has gone all the same', 'carol', ['one', 'nobody let me in', 'two', 'three']],
    ['to who starts anew', 'bob', ['one', 'nobody let me in', 'two', 'three']],
  ])('%s keeps nobody waiting', async (_, nick, said) => {
    const began = performance.now();
    const trace = await fight({ ...bout({ steps: asks }), ...keeping(nick) });
    expect(performance.now() - began).toBeLessThan(PATIENCE);
    expect(faults(trace)).toEqual([]);
    expect(shown(trace, 'alice')).toEqual(said);
    const left = eventsOf(trace, 'leave').map(({ who }) => who);
    expect(left).toEqual(['carol']);
  });

  test('and gives them late lets the newcomer in late', async () => {
    const late = keeping('dave', { do: 'delay', seconds: 7 });
    const trace = await fight({ ...bout({ steps: asks }), ...late });
    expect(faults(trace)).toEqual([]);
    const came = eventsOf(trace, 'join').find(({ who }) => who === 'dave');
    expect(came?.at).toBe(7);
    expect(shown(trace, 'alice')).toEqual(['one', 'two', 'three']);
  });

  test('and refuses to let a member go has lost her all the same', async () => {
    const refusing = attackBy('relay', () => ({
      forward: ({ from, to, bytes }) => {
        const frame = readFrame(bytes);
        const refuses = from === 'relay' && to === 'carol' && frame?.type === 'reply';
        if (!refuses) return { do: 'forward' };
        const body = { ok: false, error: 'not-joined' } as const;
        return { do: 'replace', bytes: encodeFrame({ ...frame, body }) };
      },
    }));
    const trace = await fight({ ...bout({ steps: asks }), ...refusing });
    expect(faults(trace)).toEqual([]);
    expect(eventsOf(trace, 'leave').map(({ who }) => who)).toEqual(['carol']);
  });
});

test('a large message is compressed on its way and shown whole', async () => {
  const trace = await fight(bout({ steps: [say('alice', LARGE)] }));
  expect(shown(trace, 'bob')).toEqual([LARGE]);
});
