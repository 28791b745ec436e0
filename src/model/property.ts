/** What an attack tries to break. Each is one predicate over the trace, in `src/referee/properties.ts`. */
export const PROPERTIES = [
  'confidentiality',
  'integrity',
  'attribution',
  'uniqueness',
  'freshness',
  'order',
  'causal-order',
  'completeness',
  'agreement-content',
  'agreement-order',
  'agreement-omission',
  'execution-safety',
  'availability',
  'log-integrity',
  'metadata-privacy',
  'password',
  'forward-secrecy',
  'post-compromise',
] as const;
export type Property = (typeof PROPERTIES)[number];

/** The kind of attack decides what counts as `defeated`. */
export type Kind = 'content' | 'replay' | 'secrecy' | 'order' | 'log' | 'resource';

export const KIND_OF: Readonly<Record<Property, Kind>> = {
  confidentiality: 'secrecy',
  integrity: 'content',
  attribution: 'content',
  uniqueness: 'replay',
  freshness: 'order',
  order: 'order',
  'causal-order': 'order',
  'agreement-content': 'content',
  'agreement-order': 'order',
  'agreement-omission': 'order',
  completeness: 'order',
  'execution-safety': 'content',
  availability: 'order',
  'log-integrity': 'log',
  'metadata-privacy': 'secrecy',
  password: 'secrecy',
  'forward-secrecy': 'secrecy',
  'post-compromise': 'secrecy',
};

/** What the adversary can touch; an adversary gets exactly the capabilities of its position as arguments. */
export const POSITIONS = [
  'log',
  'wire',
  'network',
  'outsider',
  'sender',
  'flooder',
  'insider',
  'thief',
  'relay',
  'relay+insider',
] as const;
export type Position = (typeof POSITIONS)[number];
