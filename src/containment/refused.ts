/** What this machine refuses to do about containment; the command line ends with `exitCode`. */
export class ContainmentRefused extends Error {
  override readonly name = 'ContainmentRefused';
  readonly exitCode = 3;
}
