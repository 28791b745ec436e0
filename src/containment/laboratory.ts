/** What the laboratory's own process does while any containment is open, registered once however many there are. */

const open = new Set<() => void>();

/** Calls `abandon` if the process exits before the returned function was called. */
export function enrol(abandon: () => void): () => void {
  if (open.size === 0) listen();
  open.add(abandon);
  return () => {
    if (open.delete(abandon) && open.size === 0) stopListening();
  };
}

// A process that receives SIGUSR1 opens its inspector, and whoever connects to that runs code here. A listener, even
// one that does nothing, takes the signal's place.
function ignore(): void {}

function abandonAll(): void {
  for (const abandon of open) abandon();
}

function listen(): void {
  if (process.platform !== 'win32') process.on('SIGUSR1', ignore);
  process.on('exit', abandonAll);
}

function stopListening(): void {
  process.off('SIGUSR1', ignore);
  process.off('exit', abandonAll);
}
