import { beforeAll, describe, expect, test } from 'vitest';
import { SCENARIOS } from '../../scenarios/index.js';
import type { Matrix } from '../../src/model/results.js';
import type { Verdict } from '../../src/model/verdict.js';
import { fernetAnswer } from '../../src/report/answers.js';
import { type Fought, renderReport, sequenceDiagram } from '../../src/report/index.js';
import { steady } from '../../src/report/redaction.js';
import { TEXTS } from '../../src/report/texts/index.js';
import { expected, readMarkdown } from './cells.js';
import { HOSTILE, hostileMatrix, madeMatrix } from './fixture.js';
import { fought, HARMLESS } from './fought.js';
import { frame, rewritten, SECRET, sniffed, traceOf } from './traces.js';

/** Lines that a sequence diagram of ours may have, label aside. */
const LINE =
  /^(sequenceDiagram| {2}participant P\d+ as (.+)| {2}(?:P\d+(?:->>|--x)P\d+|Note over P\d+(?:,P\d+)?): (.+))$/;
const LABEL = /^(?:[\p{L}\p{M}\p{N} .,:!?'()/+*=_€“”‘’«»…·•—–-]|#\d+;|<br\/>)+$/u;

function expectSound(diagram: string): void {
  const [head, ...lines] = diagram.split('\n');
  expect(head).toBe('sequenceDiagram');
  const declared = lines.filter((line) => line.startsWith('  participant')).map((line) => line.split(' ')[3]);
  for (const line of lines) {
    const [, , alias, label] = LINE.exec(line) ?? expect.fail(`not a line of a sequence diagram: ${line}`);
    expect(alias ?? label).toMatch(LABEL);
    for (const id of line.split(': ')[0]!.match(/P\d+/g)!) expect(declared).toContain(id);
  }
}

describe('a sequence diagram', () => {
  const trace = rewritten(frame('alice', 1, 'Pay 100'), frame('alice', 1, 'Pay 900'));
  const result = { verdict: 'breached', evidence: ['bob#2', 'bob#3'] } as const;

  test('shows the send, the deed and the outcome between those who took part', () => {
    const diagram = sequenceDiagram(trace, { result }, TEXTS.en);
    expectSound(diagram);
    expect(diagram.split('\n').map((line) => line.trim())).toEqual([
      'sequenceDiagram',
      'participant P1 as Alice',
      'participant P2 as Rogue relay',
      'participant P3 as Bob',
      'P1->>P2: “Pay 100”',
      'Note over P2: Mallory flips a bit on the way to bob',
      'P2->>P3: other bytes than it received',
      'Note over P3: shows, as from Alice: “Pay 900”',
      'Note over P1,P3: breached',
    ]);
  });

  test('gives the adversary a place of her own where she has one', () => {
    expect(
      sequenceDiagram(
        sniffed(SECRET),
        { result: { verdict: 'breached', evidence: ['bob#2', 'mallory#3'] } },
        TEXTS.en,
      ),
    ).toContain('participant P3 as Mallory');
  });

  test('is sound whatever people write', () => {
    for (const words of HOSTILE) {
      const hostile = rewritten(frame('alice', 1, 'Pay 100'), frame('alice', 1, words), words);
      expectSound(sequenceDiagram(hostile, { result, tactic: { id: words, does: words } }, TEXTS.en));
    }
  });

  test('repeats itself where asked: no secret, guessed or not, and no count of random bytes', () => {
    const diagram = sequenceDiagram(
      sniffed(SECRET),
      {
        result: { verdict: 'breached', evidence: ['bob#2', 'mallory#3'] },
        repeatable: true,
      },
      TEXTS.en,
    );
    expect(diagram).not.toContain(SECRET);
    expect(diagram).not.toContain('12 characters');
    expect(diagram).toContain('guesses the secret');
  });
});

test('a steady text names no secret, whatever it looks like, and no random word, but keeps ids', () => {
  const trace = traceOf(
    ['bob', { kind: 'send', author: 'bob', room: 'lab', slot: 1, text: 'sesame', secret: 'sesame' }],
    ['mallory', { kind: 'guess', text: 'sesame' }],
  );
  expect(
    steady(trace, '…')('sesame, gAAAAABrNG7ACS1PNGIoVxYz, insider/forge, log-sniffer/ghost-subscriber'),
  ).toBe('…, …, insider/forge, log-sniffer/ghost-subscriber');
});

const INTEGRITY = ['rogue-server/rewrite', 'rogue-server/bit-flip', 'rogue-server/forge'];
const measured = (verdicts: readonly Verdict[]): Matrix => {
  const made = madeMatrix(INTEGRITY, ['encryption', 'fernet']);
  return {
    ...made,
    trials: made.trials.map((trial) => ({
      ...trial,
      verdict: trial.defense === 'fernet' ? verdicts[INTEGRITY.indexOf(trial.attack)]! : 'breached',
    })),
  };
};

describe('the answer about Fernet', () => {
  test('is no where all three attacks on the words were stopped', () => {
    expect(fernetAnswer(measured(['defeated', 'defeated', 'defeated']), TEXTS.en)).toContain(
      '**No, it is not true.**',
    );
  });

  test('is yes where all three got through', () => {
    expect(fernetAnswer(measured(['breached', 'breached', 'breached']), TEXTS.en)).toContain(
      '**Yes, it is true here.**',
    );
  });

  test('is in part where some did, and names them', () => {
    const text = fernetAnswer(measured(['defeated', 'breached', 'defeated']), TEXTS.en);
    expect(text).toMatch(
      /\*\*Only in part\.\*\* Stopped: `rogue-server\/rewrite`.*But changed words got through: `rogue-server\/bit-flip` breached/,
    );
  });

  test('is not given where a cell is missing or proves nothing', () => {
    expect(fernetAnswer(measured(['defeated', 'inconclusive', 'defeated']), TEXTS.en)).toContain(
      'Not answered here',
    );
    expect(fernetAnswer(madeMatrix(['replay/now']), TEXTS.en)).toContain('Not answered here');
  });

  test('sets encryption beside it', () => {
    expect(fernetAnswer(measured(['defeated', 'defeated', 'defeated']), TEXTS.en)).toContain(
      'It is true of encryption alone',
    );
  });
});

describe('the report of a campaign that was really fought', () => {
  const ATTACKS = [
    ...INTEGRITY,
    'rogue-server/re-attribute',
    'rogue-server/duplicate',
    'log-sniffer/wire',
    'replay/after-ttl',
    'insider/forge',
  ];
  let campaigns: Fought[];
  let text: string;
  const write = (campaign: Fought): string => renderReport(campaign, SCENARIOS, HARMLESS, TEXTS.en);

  beforeAll(async () => {
    const fight = () => fought(ATTACKS, ['none', 'encryption', 'fernet', 'ttl', 'signature']);
    campaigns = [await fight(), await fight()];
    text = write(campaigns[0]!);
  });

  test('answers the question from its own cells', () => {
    expect(text).toContain(
      '**No, it is not true.** Without the key, no change of the words got through: `rogue-server/rewrite` defeated (`bad-hmac`',
    );
    expect(text).toMatch(
      /What Fernet does \*not\* guarantee.*attribution: `rogue-server\/re-attribute`, `insider\/forge`/,
    );
    expect(text).toContain(
      '| uniqueness: nothing is shown twice | none of 2 | none of 2 | none of 2 | 1 of 2 | none of 2 |',
    );
  });

  test('holds the grid, cell for cell', () => {
    const { matrix } = campaigns[0]!;
    const grid = text.slice(text.indexOf('## The grid'));
    expect(readMarkdown(grid, matrix)).toEqual(expected(matrix));
  });

  test('tells every cell once in its scenario, with verdict, check and reason', () => {
    for (const { attack, defense, code } of campaigns[0]!.matrix.trials) {
      const rows = text
        .slice(text.indexOf('## What happened'))
        .split('\n')
        .filter((line) => line.startsWith(`| \`${attack}\``));
      const mine = rows.filter((line) => line.split(' | ')[1]!.split(', ').includes(`\`${defense}\``));
      expect(mine).toHaveLength(1);
      if (code !== null) expect(mine[0]).toContain(`\`${code}\``);
    }
  });

  test('draws sound diagrams, of both sides where there are two', () => {
    const diagrams = [...text.matchAll(/```mermaid\n([^`]*)\n```/g)].map((match) => match[1]!);
    expect(diagrams).toHaveLength(8);
    for (const diagram of diagrams) expectSound(diagram);
  });

  test('is the same again after another campaign with other keys and secrets', () => {
    expect(write(campaigns[1]!)).toBe(text);
  });

  test('holds no secret, no timing and no random word', () => {
    for (const { cells } of campaigns)
      for (const { decisive } of cells)
        for (const event of decisive!.trace)
          if (event.kind === 'send' && event.secret) expect(text).not.toContain(event.secret);
    expect(text).not.toMatch(/\d ms\b|[0-9a-f]{16}/);
  });

  test('names the price of the TTL', () => {
    expect(text).toContain(
      '`ttl` has a price: of honest deliveries it refused 0 of 24 with clocks 20 s apart and 12 of 12 after 45 s in store.',
    );
  });

  test('has a chapter for each scenario that was played and none for others', () => {
    expect(text).toContain('### The rogue server');
    expect(text).not.toContain('### The malicious payload');
  });
});

test('a hostile campaign leaves no live mark in the report', () => {
  const matrix = hostileMatrix();
  const scenario = { id: 'evil', title: HOSTILE.join(''), story: HOSTILE.join(''), lesson: HOSTILE.join('') };
  const trace = rewritten(frame('alice', 1, 'Pay 100'), frame('alice', 1, 'x'), HOSTILE.join(''));
  const cells = matrix.trials.map((result) => ({
    result,
    decisive: { tactic: { id: 'x', does: HOSTILE.join('') }, trace },
  }));
  const text = renderReport({ matrix, cells }, [scenario], [], TEXTS.en);
  expect(text.replaceAll('\n', '')).not.toMatch(
    /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/,
  );
  expect(text.replace(/`[^`\n]*`/g, '').replace(/<br\/?>/g, '')).not.toMatch(/<[a-z]/i);
  expect(text.match(/```/g)!.length % 2).toBe(0);
});
