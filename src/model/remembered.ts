/** What is already known by this name, or made now; where `most` are known, all of them are forgotten before. */
export function remembered<T>(
  known: Map<string, T>,
  name: string,
  make: (name: string) => T,
  most = Infinity,
): T {
  const found = known.get(name);
  if (found !== undefined) return found;
  if (known.size >= most) known.clear();
  const made = make(name);
  known.set(name, made);
  return made;
}
