/**
 * Set in CI: every seed and every tier of containment. Without it `npm test` tries fewer of the same, so that it stays
 * within three minutes on two cores.
 */
export const THOROUGH = process.env.MALLORY_THOROUGH === '1';
