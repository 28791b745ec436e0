const LONGEST = 400;

/** What went wrong, in one line of at most 400 characters: whatever was thrown, a plugin may throw anything. */
export function reasonOf(thrown: unknown): string {
  const said = thrown instanceof Error ? String(thrown.message) : typeof thrown === 'string' ? thrown : null;
  return (said ?? `it threw ${typeof thrown}`).split('\n', 1)[0]!.slice(0, LONGEST);
}
