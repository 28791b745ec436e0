import { CRYPTO_FR } from './crypto.js';
import { DESERIALIZATION_FR } from './deserialization.js';
import { FLOOD_FR } from './flood.js';
import { INSIDER_FR } from './insider.js';
import { KEY_THEFT_FR } from './key-theft.js';
import { LOG_SNIFFER_FR } from './log-sniffer.js';
import { NETWORK_FR } from './network.js';
import { PASSWORD_FR } from './password.js';
import { REPLAY_FR } from './replay.js';
import { ROGUE_SERVER_FR } from './rogue-server.js';
import { SESSION_FR } from './session.js';

/** What the lessons of the scenarios say. */
export const LESSONS_FR: Readonly<Record<string, string>> = {
  ...LOG_SNIFFER_FR,
  ...NETWORK_FR,
  ...ROGUE_SERVER_FR,
  ...REPLAY_FR,
  ...INSIDER_FR,
  ...DESERIALIZATION_FR,
  ...PASSWORD_FR,
  ...CRYPTO_FR,
  ...KEY_THEFT_FR,
  ...FLOOD_FR,
  ...SESSION_FR,
};
