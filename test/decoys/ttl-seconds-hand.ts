/** Looks at the second hand only: after a whole minute a message is as young as it was. */
import { definePart } from '../../src/index.js';
import { byTheFace } from '../support/clock-faces.js';

export const parts = [definePart(byTheFace('ttl-seconds-hand', 'A TTL by the second hand', 60))];
