import type { Part } from '../model/defense.js';
import { codec } from './codec.js';
import { encryption } from './encryption.js';
import { fernet } from './fernet.js';
import { mac } from './mac.js';
import { signature } from './signature.js';
import { ttl } from './ttl.js';

/** All parts, in the order of the grid's columns. */
export const PARTS: readonly Part[] = [encryption, mac, fernet, ttl, signature, codec];

/** The columns of the default grid. */
export const DEFENSES: readonly string[] = ['none', ...PARTS.map((part) => part.id)];
