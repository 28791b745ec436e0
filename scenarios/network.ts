import type { Scenario } from '../src/model/scenario.js';
import { networkLesson } from './lessons/network.js';
import { letters } from './letters.js';

export const network: Scenario = {
  id: 'network',
  title: 'The man in the middle',
  story:
    'The relay is honest today. Somebody stands between it and Bob, in the café’s router or on the cable, and every byte of his connection passes through her hands.',
  cast: ['alice', 'bob', 'carol'],
  attacks: ['network/rewrite'],
  defenses: ['none', 'encryption', 'mac', 'fernet', 'signature', 'tls', 'tls-unverified', 'full'],
  lesson:
    'Encrypted to somebody is not encrypted to the right one: TLS protects the way where the certificate is checked, its chain and its name. What is sealed from member to member needs no honest way at all.',
  teaches: networkLesson,
  script: letters,
};
