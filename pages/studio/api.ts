import type { TrialResult } from '../../src/model/results.js';
import type { StudioCatalogue, StudioQuestion, StudioStack, StudioTrial } from '../../src/model/studio.js';

/** The server did not answer as asked: `status` 0 where it did not answer at all. */
export class NoAnswer extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

export interface Api {
  catalogue(): Promise<StudioCatalogue>;
  stack(parts: readonly string[]): Promise<StudioStack>;
  trial(question: StudioQuestion): Promise<StudioTrial>;
  cell(question: StudioQuestion, signal: AbortSignal): Promise<TrialResult>;
}

/** The server that this page came from, asked with the token of its start. */
export function apiWith(token: string): Api {
  const ask = async <T>(path: string, body: unknown, signal?: AbortSignal): Promise<T> => {
    const response = await fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-mallory-token': token },
      body: JSON.stringify(body),
      ...(signal ? { signal } : {}),
    }).catch((error) => {
      throw signal?.aborted ? error : new NoAnswer(0, String(error));
    });
    const answer = (await response.json()) as T & { readonly refused?: string };
    if (!response.ok) throw new NoAnswer(response.status, answer.refused ?? '');
    return answer;
  };
  return {
    catalogue: () => ask('/api/catalogue', {}),
    stack: (parts) => ask('/api/stack', { parts }),
    trial: (question) => ask('/api/trial', question),
    cell: (question, signal) => ask('/api/cell', question, signal),
  };
}
