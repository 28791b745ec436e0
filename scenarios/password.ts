import type { Scenario } from '../src/model/scenario.js';
import { passwordLesson } from './lessons/password.js';
import { letters } from './letters.js';

export const password: Scenario = {
  id: 'password',
  title: 'The guessable password',
  story:
    'The members agreed on a password as people do. Everything is derived from it, with care or without, and everything sealed lies in the log. Mallory has the log, a list of likely passwords, and all night.',
  cast: ['alice', 'bob', 'carol'],
  attacks: ['password/dictionary'],
  defenses: ['encryption', 'mac', 'fernet', 'password-sha256', 'signature', 'full'],
  lesson:
    'A salt forbids tables and stretching costs time; neither saves a password that is on the list. Keys that nobody thought up, one for each person, do.',
  teaches: passwordLesson,
  script: letters,
};
