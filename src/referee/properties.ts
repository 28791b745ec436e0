import type { Property } from '../model/property.js';
import type { Predicate } from './ground-truth.js';
import { agreementOnContent, falsehood, freshness, uniqueness } from './properties/authenticity.js';
import { confidentiality, metadataPrivacy, password } from './properties/secrets.js';
import {
  agreementOnOmission,
  agreementOnOrder,
  causalOrder,
  completeness,
  order,
} from './properties/sequence.js';
import { availability, executionSafety, logIntegrity } from './properties/service.js';

/** One predicate a property: null where it held. Only ground truth is read, never what a frame or an adversary says of itself. */
export const PROPERTY: Readonly<Record<Property, Predicate>> = {
  confidentiality,
  integrity: (trace) => falsehood(trace, false),
  attribution: (trace) => falsehood(trace, true),
  uniqueness,
  freshness,
  order,
  'causal-order': causalOrder,
  completeness,
  'agreement-content': agreementOnContent,
  'agreement-order': agreementOnOrder,
  'agreement-omission': agreementOnOmission,
  'execution-safety': executionSafety,
  availability,
  'log-integrity': logIntegrity,
  'metadata-privacy': metadataPrivacy,
  password,
  'forward-secrecy': confidentiality,
  'post-compromise': confidentiality,
};
