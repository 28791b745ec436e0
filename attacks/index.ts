import type { Attack } from '../src/model/attack.js';
import lengthExtension from './crypto/length-extension.js';
import nonceReuse from './crypto/nonce-reuse.js';
import paddingOracle from './crypto/padding-oracle.js';
import bomb from './deserialization/bomb.js';
import deserializationClient from './deserialization/client.js';
import innerBlind from './deserialization/inner-blind.js';
import innerInsider from './deserialization/inner-insider.js';
import prototypePollution from './deserialization/prototype-pollution.js';
import deserializationServer from './deserialization/server.js';
import compressed from './flood/compressed.js';
import floodJoin from './flood/join.js';
import leakedSessions from './flood/leaked-sessions.js';
import oversize from './flood/oversize.js';
import slowReader from './flood/slow-reader.js';
import counterJump from './insider/counter-jump.js';
import insiderForge from './insider/forge.js';
import homoglyph from './insider/homoglyph.js';
import rewrap from './insider/rewrap.js';
import twoVersions from './insider/two-versions.js';
import afterHeal from './key-theft/after-heal.js';
import archive from './key-theft/archive.js';
import exMember from './key-theft/ex-member.js';
import endpointLog from './log-sniffer/endpoint-log.js';
import ghostSubscriber from './log-sniffer/ghost-subscriber.js';
import logSnifferLength from './log-sniffer/length.js';
import metadata from './log-sniffer/metadata.js';
import relayLog from './log-sniffer/relay-log.js';
import logSnifferWire from './log-sniffer/wire.js';
import wireMetadata from './log-sniffer/wire-metadata.js';
import networkRewrite from './network/rewrite.js';
import dictionary from './password/dictionary.js';
import afterRestart from './replay/after-restart.js';
import afterTtl from './replay/after-ttl.js';
import lateJoiner from './replay/late-joiner.js';
import replayNow from './replay/now.js';
import reEncoded from './replay/re-encoded.js';
import skewedClock from './replay/skewed-clock.js';
import withinTtl from './replay/within-ttl.js';
import bitFlip from './rogue-server/bit-flip.js';
import blackhole from './rogue-server/blackhole.js';
import crossRoom from './rogue-server/cross-room.js';
import rogueServerDelay from './rogue-server/delay.js';
import downgrade from './rogue-server/downgrade.js';
import rogueServerDrop from './rogue-server/drop.js';
import dropTail from './rogue-server/drop-tail.js';
import duplicate from './rogue-server/duplicate.js';
import equivocateContent from './rogue-server/equivocate-content.js';
import equivocateOmission from './rogue-server/equivocate-omission.js';
import equivocateOrder from './rogue-server/equivocate-order.js';
import rogueServerForge from './rogue-server/forge.js';
import reAttribute from './rogue-server/re-attribute.js';
import reflect from './rogue-server/reflect.js';
import reorder from './rogue-server/reorder.js';
import reorderCausal from './rogue-server/reorder-causal.js';
import rogueServerRewrite from './rogue-server/rewrite.js';
import rogueServerStore from './rogue-server/store.js';
import substituteKey from './rogue-server/substitute-key.js';
import substituteSalt from './rogue-server/substitute-salt.js';
import forceLeave from './session/force-leave.js';
import logInjection from './session/log-injection.js';
import squat from './session/squat.js';

/** All attacks, in the order of the grid's rows. */
export const ATTACKS: readonly Attack[] = [
  relayLog,
  ghostSubscriber,
  logSnifferWire,
  endpointLog,
  logSnifferLength,
  metadata,
  wireMetadata,
  networkRewrite,
  rogueServerStore,
  rogueServerRewrite,
  bitFlip,
  rogueServerForge,
  reAttribute,
  crossRoom,
  reflect,
  duplicate,
  rogueServerDelay,
  rogueServerDrop,
  dropTail,
  blackhole,
  reorder,
  reorderCausal,
  equivocateOmission,
  equivocateOrder,
  equivocateContent,
  substituteKey,
  substituteSalt,
  downgrade,
  replayNow,
  withinTtl,
  afterTtl,
  reEncoded,
  afterRestart,
  lateJoiner,
  skewedClock,
  insiderForge,
  rewrap,
  homoglyph,
  counterJump,
  twoVersions,
  deserializationServer,
  deserializationClient,
  innerBlind,
  innerInsider,
  prototypePollution,
  bomb,
  dictionary,
  paddingOracle,
  nonceReuse,
  lengthExtension,
  archive,
  exMember,
  afterHeal,
  floodJoin,
  leakedSessions,
  slowReader,
  oversize,
  compressed,
  squat,
  forceLeave,
  logInjection,
];
