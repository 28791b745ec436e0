import type { Attack } from '../src/model/attack.js';
import lengthExtension from './crypto/length-extension.js';
import nonceReuse from './crypto/nonce-reuse.js';
import paddingOracle from './crypto/padding-oracle.js';
import bomb from './deserialization/bomb.js';
import innerBlind from './deserialization/inner-blind.js';
import innerInsider from './deserialization/inner-insider.js';
import prototypePollution from './deserialization/prototype-pollution.js';
import compressed from './flood/compressed.js';
import floodJoin from './flood/join.js';
import leakedSessions from './flood/leaked-sessions.js';
import oversize from './flood/oversize.js';
import slowReader from './flood/slow-reader.js';
import counterJump from './insider/counter-jump.js';
import homoglyph from './insider/homoglyph.js';
import rewrap from './insider/rewrap.js';
import twoVersions from './insider/two-versions.js';
import afterHeal from './key-theft/after-heal.js';
import archive from './key-theft/archive.js';
import exMember from './key-theft/ex-member.js';
import length from './log-sniffer/length.js';
import metadata from './log-sniffer/metadata.js';
import wireMetadata from './log-sniffer/wire-metadata.js';
import networkRewrite from './network/rewrite.js';
import dictionary from './password/dictionary.js';
import afterRestart from './replay/after-restart.js';
import lateJoiner from './replay/late-joiner.js';
import reEncoded from './replay/re-encoded.js';
import skewedClock from './replay/skewed-clock.js';
import blackhole from './rogue-server/blackhole.js';
import crossRoom from './rogue-server/cross-room.js';
import downgrade from './rogue-server/downgrade.js';
import dropTail from './rogue-server/drop-tail.js';
import equivocateContent from './rogue-server/equivocate-content.js';
import equivocateOmission from './rogue-server/equivocate-omission.js';
import equivocateOrder from './rogue-server/equivocate-order.js';
import reorderCausal from './rogue-server/reorder-causal.js';
import substituteKey from './rogue-server/substitute-key.js';
import substituteSalt from './rogue-server/substitute-salt.js';
import forceLeave from './session/force-leave.js';
import logInjection from './session/log-injection.js';
import squat from './session/squat.js';

/** The attacks beyond the default grid, to be named. */
export const CATALOGUE: readonly Attack[] = [
  crossRoom,
  dropTail,
  blackhole,
  reorderCausal,
  equivocateOmission,
  equivocateOrder,
  equivocateContent,
  substituteKey,
  substituteSalt,
  downgrade,
  networkRewrite,
  rewrap,
  homoglyph,
  twoVersions,
  afterRestart,
  lateJoiner,
  skewedClock,
  paddingOracle,
  nonceReuse,
  lengthExtension,
  innerBlind,
  innerInsider,
  prototypePollution,
  bomb,
  reEncoded,
  dictionary,
  length,
  metadata,
  wireMetadata,
  floodJoin,
  leakedSessions,
  slowReader,
  oversize,
  compressed,
  squat,
  forceLeave,
  logInjection,
  counterJump,
  archive,
  exMember,
  afterHeal,
];
