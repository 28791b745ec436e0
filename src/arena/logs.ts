import { randomBytes } from 'node:crypto';
import type { Bout } from './bout.js';
import { LogFile } from './log-file.js';
import type { Recorder } from './recorder.js';

const KEY_BYTES = 32;

/** What the programs of one chat log: in the trace, and in a real file where an attack reads it. */
export class Logs {
  /** The key under which the relay pseudonymises its log. */
  readonly key = randomBytes(KEY_BYTES);
  readonly #recorder: Recorder;
  readonly #target: string;
  readonly #keyBeside: boolean;
  readonly #file: LogFile | null;
  readonly #ofRelay: string[] = [];

  /** `target`: whose log the attack is about. */
  constructor({ attack, stack }: Bout, recorder: Recorder, target: string) {
    this.#recorder = recorder;
    this.#target = target;
    this.#keyBeside = stack.settings.relayLog?.keyBeside ?? false;
    this.#file = attack?.position === 'log' ? new LogFile() : null;
  }

  write(who: string, line: string): void {
    this.#recorder.of(who)({ kind: 'log', line });
    if (who === 'relay') this.#ofRelay.push(line);
    if (who === this.#target) this.#file?.write(line);
  }

  /** The target's log, read from its file; empty where no attack reads one. */
  read(): string {
    return this.#file?.read() ?? '';
  }

  ofRelay(): string {
    return this.#ofRelay.join('\n');
  }

  /** The key, in hex, where it lies beside the log; else null. */
  keyBeside(): string | null {
    return this.#keyBeside ? this.key.toString('hex') : null;
  }

  remove(): void {
    this.#file?.remove();
  }
}
