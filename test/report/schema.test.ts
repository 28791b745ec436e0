import { beforeAll, describe, expect, test } from 'vitest';
import type { Campaign } from '../../src/laboratory/matrix.js';
import { CODES } from '../../src/model/code.js';
import { POSITIONS, PROPERTIES } from '../../src/model/property.js';
import { VERDICTS } from '../../src/model/verdict.js';
import { renderMatrix } from '../../src/report/index.js';
import { complaintsAbout, schemaOf } from '../support/schemas.js';
import { hostileMatrix, madeMatrix, TERMINAL } from './fixture.js';
import { fought } from './fought.js';

let real: Campaign;

beforeAll(async () => {
  real = await fought(
    ['rogue-server/rewrite', 'rogue-server/duplicate', 'log-sniffer/relay-log'],
    ['none', 'fernet', 'ttl', 'signature'],
  );
});

const complaints = (document: unknown): string => complaintsAbout('matrix', document);

test('the document of a campaign that was really fought is valid', () => {
  expect(real.matrix.trials.some((trial) => trial.code === 'bad-hmac')).toBe(true);
  expect(complaints(JSON.parse(renderMatrix(real.matrix, 'json', TERMINAL)))).toBe('');
});

test('so is one made by hand, with nulls and a foreign code', () => {
  const matrix = madeMatrix();
  const [trial] = matrix.trials;
  expect(
    complaints(
      JSON.parse(
        JSON.stringify({
          ...matrix,
          trials: [
            { ...trial, code: 'shield:dented', part: 'shield', stoppedBy: ['mac', 'shield'] },
            { ...trial, code: null, part: null, tactic: null, evidence: [] },
          ],
        }),
      ),
    ),
  ).toBe('');
});

test('closed lists of the schema are those of the model', () => {
  const { position, property, verdict, code } = schemaOf('matrix').$defs;
  expect([position.enum, property.enum, verdict.enum]).toEqual([
    [...POSITIONS],
    [...PROPERTIES],
    [...VERDICTS],
  ]);
  expect(code.anyOf[0].enum, 'a new code goes into schema/matrix.v1.json, too').toEqual([
    null,
    ...Object.keys(CODES),
  ]);
});

describe('a document is refused', () => {
  const changed = (change: (document: ReturnType<typeof JSON.parse>) => void): string => {
    const document = JSON.parse(JSON.stringify(real.matrix));
    change(document);
    return complaints(document);
  };
  test.each<[string, (document: ReturnType<typeof JSON.parse>) => void]>([
    [
      'with a member too many',
      (document) => {
        document.extra = 1;
      },
    ],
    [
      'with a member too many in a trial',
      (document) => {
        document.trials[0].winner = 'alice';
      },
    ],
    [
      'without its seed',
      (document) => {
        delete document.seed;
      },
    ],
    [
      'of another version',
      (document) => {
        document.schema = 'mallory/matrix/v2';
      },
    ],
    [
      'with a verdict of its own',
      (document) => {
        document.trials[0].verdict = 'won';
      },
    ],
    [
      'with a remedy that is no list',
      (document) => {
        document.trials[0].stoppedBy = 'mac';
      },
    ],
    [
      'with a code that no table knows',
      (document) => {
        document.trials[0].code = 'bad-luck';
      },
    ],
    [
      'with evidence that is no event',
      (document) => {
        document.trials[0].evidence = ['somewhere'];
      },
    ],
    [
      'with a price that is no count',
      (document) => {
        document.prices[0].stored.refused = -1;
      },
    ],
  ])('%s', (_, change) => expect(changed(change)).not.toBe(''));

  test('with hostile evidence', () => expect(complaints(hostileMatrix())).not.toBe(''));
});
