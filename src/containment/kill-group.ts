/** Ends a process and all that it has started, by its group. Synchronous, for an exit hook; nothing where there is none. */
export function killGroup(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL');
  } catch {} // it went before the signal
}
