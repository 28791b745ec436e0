import type { Part } from '../model/defense.js';
import { encryptionCbc } from './encryption-cbc.js';
import { encryptionFixedIv } from './encryption-fixed-iv.js';
import { encryptionOptional } from './encryption-optional.js';
import { expiryOnly } from './limits.js';
import { logEncryption } from './log-redaction.js';
import { macPrefix } from './mac-prefix.js';
import { passwordSha256 } from './password-sha256.js';
import { signatureBodyOnly } from './signature.js';
import { signatureFirstUse } from './signature-first-use.js';
import { signatureFrameKey } from './signature-frame-key.js';
import { tlsUnverified } from './tls.js';

/** Parts that are vulnerable on purpose, to be named: what attacks are tried on, and what people really build. */
export const VARIANTS: readonly Part[] = [
  encryptionCbc,
  encryptionFixedIv,
  encryptionOptional,
  macPrefix,
  signatureBodyOnly,
  signatureFrameKey,
  signatureFirstUse,
  passwordSha256,
  expiryOnly,
  logEncryption,
  tlsUnverified,
];
