/** 128 + the signal's number, as shells tell it. */
const SIGNALS = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const;
const PATIENCE_MS = 3000;

/**
 * Until the answer is called, a signal closes what is open and ends the program; a second one ends it at once. What
 * goes with the process (sockets, timers) needs no closing; processes and directories do.
 */
export function onSignal(close: () => Promise<void>): () => void {
  let closing = false;
  const listeners = Object.entries(SIGNALS).map(([signal, code]) => {
    const listener = (): void => {
      if (closing) process.exit(code);
      closing = true;
      setTimeout(() => process.exit(code), PATIENCE_MS);
      void close().finally(() => process.exit(code));
    };
    process.on(signal, listener);
    return [signal, listener] as const;
  });
  return () => {
    for (const [signal, listener] of listeners) process.off(signal, listener);
  };
}
