/** Compares the times of day and not the days: tomorrow at this hour a message is as young as it was. */
import { definePart } from '../../src/index.js';
import { byTheFace } from '../support/clock-faces.js';

export const parts = [definePart(byTheFace('ttl-time-of-day', 'A TTL by the time of day', 86_400))];
