/** Claims about programs and those who write them: 31 and 32. */
import { type Outcome, outcomeOf, passed, tellAll } from '../experiments/outcome.js';
import { type Differing, differing } from '../experiments/passwords.js';
import { type Claim, experiment } from './claim.js';

const tellCount = ({ of, refused, codes }: Differing['alice']): string =>
  `${refused} of ${of}${codes.length > 0 ? ` (${codes.join(', ')})` : ''}`;

const tellDiffering = ({ bob, alice, crashed, carol }: Differing): string =>
  bob
    ? `Bob's program refused ${tellCount(bob)} and went on; Alice's refused ${tellCount(alice)} of his; Carol was shown ${carol} of Alice's`
    : `Bob's program ended by itself with status ${crashed}; Carol was shown ${carol} of Alice's messages`;

const crashes: Claim = {
  number: 31,
  french: 'Le client plante quand les mots de passe diffèrent.',
  english: 'The client crashes when passwords differ.',
  basis: experiment({
    configuration: {
      tells: 'fernet; Bob’s program, with another password, refuses by a code',
      careless: false,
    },
    counter: {
      tells: 'fernet; Bob’s program, with another password, lets InvalidToken out of its handler',
      careless: true,
    },
    observe: ({ careless }, bench) => differing(bench, 'fernet', careless),
    ruling: ({ bob }) => (bob === null ? 'right' : 'wrong'),
    observed: tellDiffering,
    because: {
      right: 'the exception of the first token that did not verify ended the program',
      wrong:
        'a token that does not verify is an answer, not an accident: both programs refuse and go on. What crashes is a client that does not catch what its library throws',
    },
  }),
};

/** Each attack with the construction that it is tried on. */
type Pairs = readonly (readonly [string, string])[];

const AT_HOME: Pairs = [
  ['crypto/length-extension', 'mac-prefix'],
  ['crypto/nonce-reuse', 'encryption-fixed-iv'],
  ['crypto/padding-oracle', 'encryption-cbc'],
];
const PROVED: Pairs = [
  ['crypto/length-extension', 'mac'],
  ['crypto/nonce-reuse', 'encryption'],
  ['crypto/padding-oracle', 'fernet'],
];

const homemade: Claim = {
  number: 32,
  french: 'Utiliser ses propres primitives est dangereux.',
  english: 'Using primitives of one’s own is dangerous.',
  basis: experiment({
    configuration: { tells: 'good primitives, put together at home', pairs: AT_HOME },
    counter: { tells: 'the constructions that libraries offer', pairs: PROVED },
    observe: async ({ pairs }, bench) => {
      const outcomes: Outcome[] = [];
      for (const [attack, defense] of pairs) outcomes.push(await outcomeOf(bench, attack, defense));
      return outcomes;
    },
    ruling: (outcomes) => (outcomes.every(passed) ? 'right' : outcomes.some(passed) ? 'half right' : 'wrong'),
    observed: (outcomes) => outcomes.map((outcome) => `${outcome.defense}: ${tellAll([outcome])}`).join('; '),
    because: {
      right:
        'here not even the primitives were new: it was enough to put SHA-256 and AES together by hand for each of these to fall',
      'half right': 'some of them fell',
      wrong: 'none of them fell',
    },
  }),
};

export const PRACTICE: readonly Claim[] = [crashes, homemade];
