/** A process that the test owns, for attempts to signal or to spy on. Ends by itself after a minute in any case. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { getPriority } from 'node:os';

const PROGRAM = `
for (const name of ['SIGUSR2', 'SIGINT', 'SIGTERM']) process.on(name, () => console.log('hit ' + name));
process.on('SIGHUP', () => console.log('pong'));
setTimeout(() => {}, 60000);
console.log('up');`;

export class Pet {
  readonly #child: ChildProcess;
  #heard = '';
  #priority = 0;

  constructor(env: Record<string, string>) {
    this.#child = spawn(process.execPath, ['-e', PROGRAM], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    for (const stream of [this.#child.stdout!, this.#child.stderr!]) {
      stream.on('data', (text) => {
        this.#heard += String(text);
        this.#child.emit('heard');
      });
    }
  }

  get pid(): number {
    return this.#child.pid!;
  }

  async up(): Promise<void> {
    await this.#hears('up');
    this.#priority = getPriority(this.pid);
  }

  /** True after any signal but our own last one, an opened inspector or a changed priority. */
  async wasHit(): Promise<boolean> {
    this.#child.kill('SIGHUP');
    await this.#hears('pong');
    return /hit|Debugger/.test(this.#heard) || getPriority(this.pid) !== this.#priority;
  }

  async end(): Promise<void> {
    const gone = once(this.#child, 'exit');
    if (this.#child.kill('SIGKILL')) await gone;
  }

  async #hears(word: string): Promise<void> {
    while (!this.#heard.includes(word)) await once(this.#child, 'heard');
  }
}
