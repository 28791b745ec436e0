import type { Attack } from '../src/model/attack.js';
import deserializationClient from './deserialization/client.js';
import deserializationServer from './deserialization/server.js';
import insiderForge from './insider/forge.js';
import endpointLog from './log-sniffer/endpoint-log.js';
import ghostSubscriber from './log-sniffer/ghost-subscriber.js';
import relayLog from './log-sniffer/relay-log.js';
import wire from './log-sniffer/wire.js';
import afterTtl from './replay/after-ttl.js';
import now from './replay/now.js';
import withinTtl from './replay/within-ttl.js';
import bitFlip from './rogue-server/bit-flip.js';
import delay from './rogue-server/delay.js';
import drop from './rogue-server/drop.js';
import duplicate from './rogue-server/duplicate.js';
import forge from './rogue-server/forge.js';
import reAttribute from './rogue-server/re-attribute.js';
import reflect from './rogue-server/reflect.js';
import reorder from './rogue-server/reorder.js';
import rewrite from './rogue-server/rewrite.js';
import store from './rogue-server/store.js';

/** All attacks, in the order of the grid's rows. */
export const ATTACKS: readonly Attack[] = [
  relayLog,
  ghostSubscriber,
  wire,
  endpointLog,
  store,
  rewrite,
  bitFlip,
  forge,
  reAttribute,
  reflect,
  duplicate,
  drop,
  reorder,
  delay,
  now,
  withinTtl,
  afterTtl,
  deserializationServer,
  deserializationClient,
  insiderForge,
];
