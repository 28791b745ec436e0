import type { Matrix, TrialResult } from '../model/results.js';
import { csv } from './sanitize.js';

const COLUMNS = [
  'attack',
  'scenario',
  'position',
  'property',
  'defense',
  'verdict',
  'tactic',
  'code',
  'part',
  'evidence',
  'because',
  'ms',
  'stoppedBy',
] as const;

/** One row a trial, RFC 4180: CRLF, a header, quotes where needed. */
export function renderCsv(matrix: Matrix): string {
  const rows = matrix.trials.map((trial) => rowOf(trial, matrix));
  return [COLUMNS, ...rows].map((row) => `${row.map(csv).join(',')}\r\n`).join('');
}

function rowOf(trial: TrialResult, { attacks }: Matrix): string[] {
  const attack = attacks.find(({ id }) => id === trial.attack);
  const fields = {
    ...trial,
    scenario: attack?.scenario,
    position: attack?.position,
    property: attack?.property,
    evidence: trial.evidence.join(' '),
    // Nobody asked: empty. Somebody did, and no part helps: the word that no part may have for a name.
    stoppedBy: trial.stoppedBy?.join(' ').replace(/^$/, 'none'),
  };
  return COLUMNS.map((column) => String(fields[column] ?? ''));
}
