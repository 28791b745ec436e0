import { fieldsIn, without } from './link.js';

const KEY = 'mallory-token';

/**
 * The token of this start: from the fragment of the printed address, out of which it is taken at once, or from this
 * origin's storage, so that a deep link in a new tab works while the studio runs. It is worth nothing after that.
 */
export function takeToken(): string {
  const given = fieldsIn(location.hash).get('token');
  if (given) {
    history.replaceState(
      null,
      '',
      `${location.pathname}${location.search}${without('token', location.hash)}`,
    );
    localStorage.setItem(KEY, given);
    return given;
  }
  return localStorage.getItem(KEY) ?? '';
}
