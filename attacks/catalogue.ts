import type { Attack } from '../src/model/attack.js';
import lengthExtension from './crypto/length-extension.js';
import nonceReuse from './crypto/nonce-reuse.js';
import paddingOracle from './crypto/padding-oracle.js';

/** The attacks beyond the default grid. */
export const CATALOGUE: readonly Attack[] = [paddingOracle, nonceReuse, lengthExtension];
