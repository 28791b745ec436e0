import { beforeAll, describe, expect, test } from 'vitest';
import { SCENARIOS } from '../../scenarios/index.js';
import type { Campaign } from '../../src/laboratory/matrix.js';
import { difference } from '../../src/report/difference.js';
import { focus } from '../../src/report/focus.js';
import { glyphsFor } from '../../src/report/glyphs.js';
import { tellCell, tellScenario } from '../../src/report/index.js';
import { columns, type Look } from '../../src/report/look.js';
import { TEXTS } from '../../src/report/texts/index.js';
import { HOSTILE, madeMatrix, PLAIN, TERMINAL } from './fixture.js';
import { fought, HARMLESS } from './fought.js';
import { frame, rewritten, SECRET, type Step, sniffed, told, traceOf } from './traces.js';

const flat = (text: string): string => text.replace(/\s+/g, ' ');
const differ = (before: string, after: string, room = 60, look: Look = TERMINAL): [string, string, string] =>
  difference(before, after, room, glyphsFor(look), look);

describe('a difference', () => {
  test('marks exactly the bytes that differ', () => {
    expect(differ('Pay 100 euros to Bob', 'Pay 900 euros to Tom')).toEqual([
      'Pay 100 euros to Bob',
      'Pay 900 euros to Tom',
      '    ^            ^ ^',
    ]);
  });

  test('aligns what follows a change of length', () => {
    expect(differ('nick:alice,seq:1', 'nick:bob,seq:1')).toEqual([
      'nick:alice,seq:1',
      'nick:bob··,seq:1',
      '     ^^^^^',
    ]);
    expect(differ('ab', 'axxb')).toEqual(['a··b', 'axxb', ' ^^']);
  });

  test('cuts long frames down to what surrounds the changes', () => {
    const [before, after, marks] = differ(
      `${'x'.repeat(300)}1${'y'.repeat(300)}`,
      `${'x'.repeat(300)}9${'y'.repeat(300)}`,
    );
    expect(before).toBe(`…${'x'.repeat(12)}1${'y'.repeat(12)}…`);
    expect(after.indexOf('9')).toBe(marks.indexOf('^'));
  });

  test('keeps to its room and says that there is more', () => {
    for (const line of differ('a'.repeat(500), 'b'.repeat(500), 40))
      expect(columns(line)).toBeLessThanOrEqual(40);
    expect(differ('a'.repeat(500), 'b'.repeat(500), 40)[0]).toMatch(/…$/);
  });

  test('keeps its marks under characters of two columns', () => {
    expect(differ('漢1', '漢2')[2]).toBe('  ^');
  });
});

test('words are quoted as the language quotes them', () => {
  const cell = told({ evidence: ['bob#2', 'mallory#3'] }, sniffed(SECRET));
  const french = tellCell(cell, { ...TERMINAL, texts: TEXTS.fr });
  expect(flat(tellCell(cell, TERMINAL))).toMatch(/writes “.*” \(/);
  expect(flat(french)).toMatch(/écrit «.*» \(/);
  expect(french).not.toMatch(/[“”]/);
});

describe('the story of a change', () => {
  const [before, after] = [frame('alice', 1, 'Pay 100'), frame('alice', 1, 'Pay 900')];
  const breach = tellCell(told({ evidence: ['bob#2', 'bob#3'] }, rewritten(before, after)), TERMINAL);

  test('tells who wrote what, what the adversary did, what was shown, and cites the events', () => {
    const lines = [
      'Alice writes “Pay 100” (alice#2)',
      'Mallory flips a bit on the way to bob (mallory#1)',
      'Relay passes other bytes on to Bob than it received (relay#2)',
      'Bob shows, as from alice: “Pay 900” (bob#3)',
      '✗ breached: so the referee says (bob#2, bob#3)',
    ];
    let at = -1;
    for (const line of lines) {
      expect(flat(breach).indexOf(line)).toBeGreaterThan(at);
      at = flat(breach).indexOf(line);
    }
  });

  test('shows the bytes before and after, the changed one marked', () => {
    const lines = breach.split('\n');
    const place = lines.findIndex((line) => /^ +before /.test(line));
    const mark = lines[place + 2]!;
    expect(mark.trim()).toBe('^');
    expect([lines[place]![mark.indexOf('^')], lines[place + 1]![mark.indexOf('^')]]).toEqual(['1', '9']);
  });

  test('names the check that fired and what it means', () => {
    const trace = [
      ...rewritten(before, after).slice(0, -1),
      ...traceOf(['bob', { kind: 'reject', code: 'bad-hmac', frame: 'bob#2' }]),
    ];
    const text = flat(
      tellCell(
        told({ verdict: 'defeated', code: 'bad-hmac', part: 'fernet', evidence: ['bob#1'] }, trace),
        TERMINAL,
      ),
    );
    expect(text).toContain("check bad-hmac of fernet: the token's HMAC does not verify");
    expect(text).toContain('✓ defeated: so the referee says');
  });

  test('has no step but the verdict where nothing was fought', () => {
    const text = tellCell(
      {
        ...told({ verdict: 'not-applicable', because: 'this chat has no such mechanism' }, []),
        trace: null,
        tactic: null,
      },
      TERMINAL,
    );
    expect(text.split('\n')).toHaveLength(3);
    expect(text).toContain('– not applicable: this chat has no such mechanism');
  });
});

describe('a secret', () => {
  const told_ = (guess: string): string =>
    flat(tellCell(told({ evidence: ['bob#2', 'mallory#3'] }, sniffed(guess)), TERMINAL));

  test('stays hidden where it was not guessed, wherever it stands', () => {
    expect(told_('f'.repeat(32))).not.toContain(SECRET.slice(0, 8));
    expect(told_('f'.repeat(32))).toMatch(/guesses “f{32}”, which is wrong/);
  });

  test('is shown where the adversary has it anyway', () => {
    expect(told_(SECRET)).toContain(`guesses “${SECRET}”, and that is the secret`);
  });

  test('is told apart from guesses of many things at once, of which the verdict speaks', () => {
    const names = sniffed('[3]').filter((event) => event.kind !== 'send');
    const text = flat(tellCell(told({ evidence: ['mallory#3'] }, names), TERMINAL));
    expect(text).toContain('guesses “[3]” (mallory#3)');
  });

  test('was held by somebody, and the story says as what', () => {
    expect(told_(SECRET)).toContain("Mallory has hold of relay's log (mallory#1)");
  });
});

test('the story of a payload says what the canary proved', () => {
  const trace = (executed: boolean) =>
    traceOf(
      ['mallory', { kind: 'did', what: 'sends code' }],
      ['mallory', { kind: 'frame-out', bytes: '{"code":1}' }],
      [
        'relay',
        {
          kind: 'detonation',
          place: 'relay',
          executed,
          why: executed ? 'canary' : 'no-canary',
          frame: '{"code":1}',
        },
      ],
    );
  expect(flat(tellCell(told({ evidence: ['relay#1'] }, trace(true)), TERMINAL))).toContain(
    "what it brings takes effect: the trial's canary file was found",
  );
  expect(flat(tellCell(told({ evidence: ['relay#1'] }, trace(false)), TERMINAL))).toContain(
    'no canary was found (no-canary)',
  );
});

test('two copies of the same bytes are two deliveries', () => {
  const bytes = frame('alice', 1, 'Pay 100');
  const trace = traceOf(
    ['alice', { kind: 'send', author: 'alice', room: 'lab', slot: 1, text: 'Pay 100' }],
    ['alice', { kind: 'frame-out', bytes }],
    ['relay', { kind: 'forward', to: 'bob', from: 'alice', decision: 'forward', before: bytes, bytes }],
    ['relay', { kind: 'forward', to: 'bob', from: 'alice', decision: 'inject', before: bytes, bytes }],
    ['bob', { kind: 'frame-in', bytes }],
    ['bob', { kind: 'frame-in', bytes }],
    ['bob', { kind: 'accept', author: 'alice', room: 'lab', slot: 1, text: 'Pay 100', frame: 'bob#1' }],
    ['bob', { kind: 'accept', author: 'alice', room: 'lab', slot: 1, text: 'Pay 100', frame: 'bob#2' }],
  );
  const ids = focus(trace, ['bob#3', 'bob#4']).map((event) => event.id);
  expect(ids).toEqual(expect.arrayContaining(['relay#1', 'relay#2']));
  expect(flat(tellCell(told({ evidence: ['bob#3', 'bob#4'] }, trace), TERMINAL))).toContain('bit for bit');
});

test('who of several connections read first does not change the story', () => {
  const bytes = frame('alice', 1, 'Pay 100');
  const sent: readonly Step[] = [
    ['alice', { kind: 'join', room: 'lab' }],
    ['alice', { kind: 'send', author: 'alice', room: 'lab', slot: 1, text: 'Pay 100' }],
    ['alice', { kind: 'frame-out', bytes }],
    ['relay', { kind: 'forward', to: 'alice', from: 'alice', decision: 'forward', before: bytes, bytes }],
    [
      'relay',
      { kind: 'forward', to: 'stranger-1', from: 'alice', decision: 'forward', before: bytes, bytes },
    ],
  ];
  const alice: readonly Step[] = [
    ['alice', { kind: 'frame-in', bytes }],
    ['alice', { kind: 'accept', author: 'alice', room: 'lab', slot: 1, text: 'Pay 100', frame: 'alice#4' }],
  ];
  const mallory: readonly Step[] = [['mallory', { kind: 'frame-in', bytes }]];
  const order = (...rest: readonly Step[]): string[] =>
    focus(traceOf(...sent, ...rest), ['alice#5', 'mallory#1']).map((event) => event.id);
  expect(order(...alice, ...mallory)).toEqual(order(...mallory, ...alice));
});

test('hostile words reach the terminal spelled out, in width, and as ASCII where asked', () => {
  for (const words of HOSTILE) {
    const text = `x${words}`;
    const trace = rewritten(frame('alice', 1, 'Pay 100'), frame(words, 1, text), text);
    for (const look of [TERMINAL, PLAIN]) {
      const story = tellCell(told({ evidence: ['bob#2', 'bob#3'], because: words }, trace), look);
      expect(story.replaceAll('\n', '')).not.toMatch(
        /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/,
      );
      for (const line of story.split('\n')) expect(columns(line)).toBeLessThanOrEqual(80);
      if (!look.unicode) expect(story).toMatch(/^[\x20-\x7e\n]*$/);
    }
  }
});

describe('the cells of a campaign that was really fought', () => {
  let real: Campaign;
  beforeAll(async () => {
    real = await fought(
      HARMLESS.map(({ id }) => id),
      ['none', 'ttl', 'signature'],
    );
  });

  const stories = (look: Look): string[] =>
    real.cells.map(({ result, decisive }) =>
      tellCell(
        {
          attack: HARMLESS.find(({ id }) => id === result.attack)!,
          stack: real.matrix.defenses.find(({ id }) => id === result.defense)!,
          result,
          trace: decisive?.trace ?? null,
          tactic: decisive?.tactic ?? null,
        },
        look,
      ),
    );

  test('all fit 80 columns, in Unicode and in ASCII', () => {
    for (const look of [TERMINAL, PLAIN])
      for (const story of stories(look))
        for (const line of story.split('\n')) expect(columns(line)).toBeLessThanOrEqual(80);
  });

  test('all name what the adversary did and cite every event of the evidence', () => {
    for (const [place, story] of stories(TERMINAL).entries()) {
      const { evidence, verdict } = real.cells[place]!.result;
      if (verdict === 'not-applicable') continue;
      expect(evidence.length).toBeGreaterThan(0);
      expect(story).toContain('Mallory  ');
      for (const id of evidence) expect(story).toContain(id);
    }
  });

  test('never show a secret that was not guessed', () => {
    for (const [place, story] of stories(TERMINAL).entries()) {
      const { result, decisive } = real.cells[place]!;
      const secret = decisive?.trace.find((event) => event.kind === 'send' && event.secret);
      if (!secret) continue;
      const guessed =
        result.verdict === 'breached' &&
        /confidentiality|secrecy|compromise/.test(HARMLESS.find(({ id }) => id === result.attack)!.property);
      if (!guessed) expect(story).not.toContain((secret as { secret: string }).secret);
    }
  });
});

describe('a scenario', () => {
  const scenario = SCENARIOS.find(({ id }) => id === 'rogue-server')!;
  const matrix = (defenses: readonly string[]) =>
    madeMatrix(['rogue-server/rewrite', 'rogue-server/drop'], defenses);

  test('begins with its title and story and ends with its lesson', () => {
    const text = tellScenario(scenario, ['A STORY'], matrix(['fernet']), TERMINAL);
    expect(text.startsWith('The rogue server\n━━━')).toBe(true);
    expect(text.indexOf('A STORY')).toBeGreaterThan(text.indexOf('Every frame'));
    expect(flat(text)).toContain(`Lesson: ${scenario.lesson}`);
  });

  test('closes, for one defense, with verdicts, checks and evidence', () => {
    const text = tellScenario(scenario, [], matrix(['fernet']), TERMINAL);
    expect(text).toMatch(/verdict +check that fired +evidence/);
    expect(text).toMatch(/rewrite +\S .* bad-mac \(mac\) +relay#12, bob#7/);
  });

  test('closes, for several, with the grid and the checks of each', () => {
    const text = tellScenario(scenario, [], matrix(['none', 'fernet']), TERMINAL);
    expect(text).toMatch(/none +fernet/);
    expect(text).toContain('  fernet: bad-mac at rewrite, drop');
  });

  test('says for each defense what was measured to get through', () => {
    const made = matrix(['none', 'fernet']);
    const trials = made.trials.map((trial) => ({
      ...trial,
      verdict:
        trial.defense === 'none' || trial.attack.endsWith('drop')
          ? ('breached' as const)
          : ('defeated' as const),
    }));
    const text = tellScenario(scenario, [], { ...made, trials }, TERMINAL);
    expect(text).toContain('What none still leaves open: rewrite, drop; by design the rest.');
    expect(text).toContain('What fernet still leaves open: drop; by design the rest.');
  });

  test('fits 80 columns and turns ASCII', () => {
    const text = tellScenario(scenario, [], matrix(['none', 'fernet']), PLAIN);
    expect(text).toMatch(/^[\x20-\x7e\n]*$/);
    for (const line of text.split('\n')) expect(columns(line)).toBeLessThanOrEqual(80);
  });
});
