import { EXIT } from './exit.js';
import { words } from './language.js';

/** Data: to standard output, and nothing else goes there. */
export const print = (text: string): void => void process.stdout.write(text);

/** One line to whoever sits at the machine. */
export const complain = (line: string): void => void process.stderr.write(`mallory: ${line}\n`);

let guarded = false;
let failed: number | null = null;

/**
 * Survives readers that go (`| head -1`): what they did not want is not written, and nobody is told. Any other error
 * of standard output, a full disk say, is the machine's refusal: the exit code that is answered, or null.
 */
export function guardStreams(): () => number | null {
  if (!guarded) {
    process.stderr.on('error', () => {});
    process.stdout.on('error', lost);
  }
  guarded = true;
  return () => failed;
}

function lost({ code, message }: NodeJS.ErrnoException): void {
  if (code === 'EPIPE') return;
  if (failed === null) complain(words().refused.standardOutput(message));
  failed = EXIT.machine;
  process.exitCode = failed;
}
