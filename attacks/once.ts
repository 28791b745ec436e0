/** Makes a thing once for all that the adversary plays in a chat: whoever asks by the same position later is given the same. */
export function onceIn<P extends object, T>(): (position: P, make: () => T) => T {
  const made = new WeakMap<P, { readonly thing: T }>();
  return (position, make) => {
    const known = made.get(position) ?? { thing: make() };
    made.set(position, known);
    return known.thing;
  };
}
