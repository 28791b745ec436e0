import type { Part } from '../model/defense.js';
import { VARIANTS } from './catalogue.js';
import { codec } from './codec.js';
import { encryption } from './encryption.js';
import { fernet } from './fernet.js';
import { mac } from './mac.js';
import { signature } from './signature.js';
import { ttl } from './ttl.js';

const COLUMNS: readonly Part[] = [encryption, mac, fernet, ttl, signature, codec];

/** The columns of the default grid. */
export const DEFENSES: readonly string[] = ['none', ...COLUMNS.map((part) => part.id)];

/** The parts that advice may name: those of the grid and those that are to join it, never one that is vulnerable on purpose. */
export const SOUND: readonly string[] = [
  ...new Set([
    ...COLUMNS.map((part) => part.id),
    ...[
      'bound',
      'sequence',
      'pad',
      'transcript',
      'limits',
      'log-redaction',
      'tls',
      'epoch',
      'sequence-durable',
    ],
  ]),
];

/** All parts that can be named, those of the default grid first. */
export const PARTS: readonly Part[] = [...COLUMNS, ...VARIANTS];
