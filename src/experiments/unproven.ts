/** A run that proves nothing: no ruling follows from it. */
export class Unproven extends Error {}
