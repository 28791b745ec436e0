import type { Draw } from '../src/model/draw.js';
import type { Step } from '../src/model/scenario.js';
import { payments } from './payments.js';

/** The same people in a second room, where Alice says nothing. */
export const twoRooms = (draw: Draw, secret: string): readonly Step[] => [
  ...['alice', 'bob', 'carol'].map((who) => ({ do: 'join', who, room: 'den' }) as const),
  { do: 'say', author: 'bob', room: 'den', text: 'This room is for the whole club.' },
  ...payments(draw, secret),
];

/** Carol comes before anything is said. */
export const carolComesLater = (draw: Draw, secret: string): readonly Step[] => [
  { do: 'join', who: 'carol' },
  ...payments(draw, secret),
];

/** Alice comes after Bob, and Carol after her. */
export const comingOneByOne = (draw: Draw, secret: string): readonly Step[] => [
  { do: 'join', who: 'alice' },
  ...carolComesLater(draw, secret),
];
