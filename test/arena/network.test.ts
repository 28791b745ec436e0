import { describe, expect, test } from 'vitest';
import networkRewrite from '../../attacks/network/rewrite.js';
import { letters } from '../../scenarios/letters.js';
import { fight } from '../../src/arena/fight.js';
import { readFrame } from '../../src/chat/wire.js';
import { compose } from '../../src/defenses/compose.js';
import { PARTS } from '../../src/defenses/index.js';
import { testedIn } from '../../src/laboratory/cell.js';
import type { Adversary, Passing } from '../../src/model/attack.js';
import { eventsOf, type Trace } from '../../src/model/trace.js';
import { judge } from '../../src/referee/judge.js';
import { attackBy, bout, LARGE, say, scenario } from '../support/bouts.js';

/** Stands on Bob's connection. */
const onBobs = (
  adversary: (answer: (certificate: 'of her own making' | 'in her own name') => void) => Adversary,
) => {
  const { attack, tactic } = attackBy('network', ({ answerAsRelay }) => adversary(answerAsRelay));
  return { attack: { ...attack, target: 'bob' as const }, tactic: tactic! };
};

const shownTo = (trace: Trace, who: string): string[] =>
  eventsOf(trace, 'accept').flatMap((accept) => (accept.who === who ? [accept.text] : []));

describe('the position network', () => {
  test('sees the bytes of both directions from the first on, and passes them untouched where it answers them', async () => {
    const seen: Record<Passing['to'], string> = { relay: '', peer: '' };
    const keep = onBobs(() => ({
      pass: ({ to, bytes }) => {
        seen[to] += Buffer.from(bytes).toString('latin1');
        return bytes;
      },
    }));
    const trace = await fight(bout(keep));
    expect(eventsOf(trace, 'fault')).toEqual([]);
    expect([seen.relay.startsWith('GET / HTTP/1.1'), seen.peer.startsWith('HTTP/1.1 101')]).toEqual([
      true,
      true,
    ]);
    expect(shownTo(trace, 'bob')).toEqual(shownTo(trace, 'carol'));
    expect(shownTo(trace, 'bob').length).toBeGreaterThan(3);
  });

  test.each(['of her own making', 'in her own name'] as const)(
    'reads TLS in clear with a certificate %s only where nobody looks at it',
    async (certificate) => {
      let clear = false;
      const splicing = onBobs((answerAsRelay) => {
        answerAsRelay(certificate);
        return {
          pass: ({ bytes }) => {
            clear ||= Buffer.from(bytes).toString('latin1').includes('"type":"reply"');
            return bytes;
          },
        };
      });
      const careless = await fight(bout({ defense: 'tls-unverified', ...splicing }));
      expect([clear, shownTo(careless, 'bob').length > 3]).toEqual([true, true]);
      clear = false;
      const careful = await fight(bout({ defense: 'tls', ...splicing }));
      expect([clear, shownTo(careful, 'bob')]).toEqual([false, []]);
      expect(eventsOf(careful, 'reject').map(({ who, code }) => [who, code])).toEqual([
        ['bob', 'bad-certificate'],
      ]);
      expect(eventsOf(careful, 'turned-away').map(({ who, code }) => [who, code])).toEqual([
        ['bob', 'bad-certificate'],
      ]);
      expect(shownTo(careful, 'carol').length).toBeGreaterThan(2); // the others are served as ever
      expect(eventsOf(careful, 'fault')).toEqual([]);
    },
  );

  test.each<[string, Adversary['pass']]>([
    [
      'throws',
      () => {
        throw new Error('no idea');
      },
    ],
    ['answers no bytes', () => 'GET / HTTP/1.1' as unknown as Uint8Array],
  ])('an adversary that %s is told of, and what passes passes as it is', async (_, pass) => {
    const trace = await fight(bout(onBobs(() => ({ pass: pass! }))));
    expect(eventsOf(trace, 'crash')[0]?.what).toContain('the adversary threw on the connection: ');
    expect(shownTo(trace, 'bob').length).toBeGreaterThan(3);
    expect(judge(networkRewrite, [], trace).verdict).toBe('inconclusive');
  });

  test('a connection that is cut is no refusal of TLS', async () => {
    const cutting = onBobs(() => ({ pass: ({ bytes }) => bytes.subarray(0, 0) }));
    const trace = await fight(bout({ ...cutting, patience: 300 }));
    expect(eventsOf(trace, 'reject')).toEqual([]);
    expect(eventsOf(trace, 'fault')).toHaveLength(1);
  });
});

describe('network/rewrite', () => {
  const story = { ...scenario([]), script: letters };
  const played = async (defense: string, id: string) => {
    const stack = compose(defense, PARTS);
    const tactic = networkRewrite.tactics(stack.wire).find((candidate) => candidate.id === id)!;
    const trace = await fight(bout({ defense, attack: networkRewrite, tactic, scenario: story } as never));
    return { trace, ruling: judge(networkRewrite, testedIn(stack), trace) };
  };

  test.each([
    ['to-peer-first-keep-forged', 'bad-certificate', 'CERT_SIGNATURE_FAILURE'],
    ['to-peer-first-keep-foreign', 'bad-certificate', 'ERR_TLS_CERT_ALTNAME_INVALID'],
    ['to-relay-last-keep-forged', 'bad-certificate', 'CERT_SIGNATURE_FAILURE'],
    ['blind', 'bad-record', 'ERR_SSL_DECRYPTION_FAILED_OR_BAD_RECORD_MAC'],
  ])('under tls the tactic %s is refused as %s', async (id, code, given) => {
    const { trace, ruling } = await played('tls', id);
    expect(ruling).toMatchObject({ verdict: 'defeated', code, part: 'tls' });
    expect(eventsOf(trace, 'tls-in').map(({ who, bytes }) => [who, bytes])).toEqual([['bob', given]]);
    expect(ruling.evidence).toHaveLength(2);
  });

  test.each(['to-peer-first-keep-forged', 'to-relay-last-keep-forged', 'to-peer-first-keep-foreign'])(
    'under tls-unverified the tactic %s is a breach',
    async (id) => {
      expect((await played('tls-unverified', id)).ruling.verdict).toBe('breached');
    },
  );

  test('changes what Bob says before the relay has it, so that all read it, and Bob too', async () => {
    const { trace, ruling } = await played('encryption', 'to-relay-last-keep');
    expect(ruling.verdict).toBe('breached');
    const said = eventsOf(trace, 'send').findLast(({ author }) => author === 'bob')!;
    for (const who of ['alice', 'bob', 'carol']) {
      expect(shownTo(trace, who)).not.toContain(said.text);
      expect(shownTo(trace, who).some((text) => text.startsWith('Send everything to Mallory'))).toBe(true);
    }
  });

  test('nothing is compressed that passes: the offer never reaches the relay', async () => {
    const stack = compose('none', PARTS);
    const [tactic] = networkRewrite.tactics(stack.wire);
    const steps = [say('alice', LARGE), say('bob', LARGE)];
    const trace = await fight({ ...bout({ steps }), attack: networkRewrite, tactic: tactic! });
    expect(eventsOf(trace, 'did').length).toBeGreaterThan(0);
    expect(shownTo(trace, 'bob')[0]).not.toBe(LARGE);
    expect(shownTo(trace, 'carol')[0]).toBe(LARGE);
    const frames = eventsOf(trace, 'frame-in').filter(({ who, bytes }) => who === 'bob' && readFrame(bytes));
    expect(frames.length).toBeGreaterThan(3);
  });
});
