import type { Scenario } from '../src/model/scenario.js';
import { deserializationLesson } from './lessons/deserialization.js';
import { letters } from './letters.js';

export const deserialization: Scenario = {
  id: 'deserialization',
  title: 'The malicious payload',
  story:
    'The programs decode what they receive with a codec that revives functions, as pickle revives objects. A frame that holds code is run by whoever decodes it, before anybody has checked anything.',
  cast: ['alice', 'bob', 'carol'],
  attacks: ['server', 'client', 'inner-blind', 'inner-insider', 'prototype-pollution', 'bomb'].map(
    (name) => `deserialization/${name}`,
  ),
  defenses: ['none', 'encryption', 'mac', 'fernet', 'signature', 'codec', 'full'],
  lesson:
    'Decoding comes before decrypting and verifying, so no cryptography on the body protects the decoder of the frame. Data formats that can only say data do.',
  teaches: deserializationLesson,
  script: letters,
};
