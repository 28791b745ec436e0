import type { Part } from '../model/defense.js';
import { bound } from './bound.js';
import { encryptionCbc } from './encryption-cbc.js';
import { encryptionFixedIv } from './encryption-fixed-iv.js';
import { encryptionOptional } from './encryption-optional.js';
import { epoch } from './epoch.js';
import { expiryOnly, limits } from './limits.js';
import { logEncryption, logRedaction } from './log-redaction.js';
import { macPrefix } from './mac-prefix.js';
import { pad } from './pad.js';
import { passwordSha256 } from './password-sha256.js';
import { sequence, sequenceDurable } from './sequence.js';
import { signatureBodyOnly } from './signature.js';
import { signatureFirstUse } from './signature-first-use.js';
import { signatureFrameKey } from './signature-frame-key.js';
import { tls, tlsUnverified } from './tls.js';
import { transcript } from './transcript.js';

/** Parts beyond the default grid, and variants that are vulnerable on purpose; selectable by name. */
export const VARIANTS: readonly Part[] = [
  bound,
  sequence,
  sequenceDurable,
  pad,
  transcript,
  epoch,
  encryptionCbc,
  encryptionFixedIv,
  encryptionOptional,
  macPrefix,
  signatureBodyOnly,
  signatureFrameKey,
  signatureFirstUse,
  passwordSha256,
  limits,
  logRedaction,
  tls,
  expiryOnly,
  logEncryption,
  tlsUnverified,
];
