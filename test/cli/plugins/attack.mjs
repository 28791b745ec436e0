/** The facts that every bad attack of these fixtures shares. */
export const attack = (name, adversary, tactics = () => [{ id: 'only', does: 'does it' }]) => ({
  id: `rogue-server/${name}`,
  title: `An attack that ${name}`,
  position: 'relay',
  property: 'integrity',
  needs: [],
  alarms: [],
  cwe: [],
  sources: [],
  tactics,
  adversary,
});
