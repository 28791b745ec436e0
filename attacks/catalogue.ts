import type { Attack } from '../src/model/attack.js';
import lengthExtension from './crypto/length-extension.js';
import nonceReuse from './crypto/nonce-reuse.js';
import paddingOracle from './crypto/padding-oracle.js';
import bomb from './deserialization/bomb.js';
import innerBlind from './deserialization/inner-blind.js';
import innerInsider from './deserialization/inner-insider.js';
import prototypePollution from './deserialization/prototype-pollution.js';
import dictionary from './password/dictionary.js';
import reEncoded from './replay/re-encoded.js';

/** The attacks beyond the default grid. */
export const CATALOGUE: readonly Attack[] = [
  paddingOracle,
  nonceReuse,
  lengthExtension,
  innerBlind,
  innerInsider,
  prototypePollution,
  bomb,
  reEncoded,
  dictionary,
];
