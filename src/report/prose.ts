import type { Property } from '../model/property.js';

/** The sentences of REPORT.md, Markdown already, in one place for a translation. What they are given is Markdown too. */
export const PROSE = {
  title: '# Which mechanism stops which attack?',
  origin: (version: string, seed: number): string =>
    `Measured by Mallory ${version} with seed ${seed}. Every verdict below was fought over real sockets on loopback and computed from what was sent and what was shown; nothing in the tables was written by hand. \`npm run report\` fights it all again.`,
  question: [
    '## The question',
    'Five mechanisms stand in the coursework: encryption, a MAC, Fernet, Fernet with a TTL, signatures. Which of them stops what? And is it true that « Fernet ne garantit pas l’intégrité »?',
  ].join('\n\n'),
  stoppedTitle: '### Which stops what',
  stoppedIntro:
    'Attacks of the grid, grouped by what they try to break; each number says how many of them the defense stopped.',
  tries: 'the attack tries to break',
  stopped: (defeated: number, of: number): string =>
    defeated === of ? `**all ${of}**` : defeated === 0 ? `none of ${of}` : `${defeated} of ${of}`,
  property: {
    confidentiality: 'secrecy of the words',
    integrity: 'integrity: nothing is shown that nobody sent',
    attribution: 'attribution: nothing is shown under another’s name',
    uniqueness: 'uniqueness: nothing is shown twice',
    freshness: 'freshness: nothing old is shown as new',
    order: 'order: nothing is shown before what came first',
    'causal-order': 'causal order: no answer is shown before its question',
    completeness: 'completeness: nothing is missing',
    'agreement-content': 'agreement: all members are shown the same words',
    'agreement-order': 'agreement: all members are shown the same order',
    'agreement-omission': 'agreement: nobody is kept from what others are shown',
    'execution-safety': 'execution safety: data is not run as code',
    availability: 'availability: an honest member is served, and the relay stays within its means',
    'log-integrity': 'integrity of the log: one event, one line',
    'metadata-privacy': 'metadata privacy: who speaks where, and how much, stays untold',
    password: 'secrecy of the group password',
    'forward-secrecy': 'forward secrecy: what was said before a theft stays secret',
    'post-compromise':
      'post-compromise security: what is said after the keys have changed stays secret again',
  } satisfies Record<Property, string>,
  stops: (defense: string, count: number, of: number, attacks: string): string =>
    count === 0
      ? `- ${defense} stopped none of ${of}.`
      : `- ${defense} stopped ${count} of ${of}: ${attacks}.`,
  fernetTitle: '### « Fernet ne garantit pas l’intégrité »?',
  fernetUnmeasured: 'Not answered here: the cells that would tell were not played, or prove nothing.',
  fernetHolds: (cells: string): string =>
    `**No, it is not true.** Without the key, no change of the words got through: ${cells}. A Fernet token ends in an HMAC over everything before it, and a receiver that checks it shows nothing that was altered.`,
  fernetFails: (cells: string): string => `**Yes, it is true here.** Changed words got through: ${cells}.`,
  fernetPartly: (held: string, failed: string): string =>
    `**Only in part.** Stopped: ${held}. But changed words got through: ${failed}.`,
  encryptionFails: (cells: string): string =>
    `It is true of encryption alone, and that may be the confusion: ${cells}. A keystream lets whoever knows the words change them without knowing the key.`,
  fernetOpen: (cells: string): string =>
    `What Fernet does *not* guarantee lies outside the token. Measured, these got through: ${cells}. One key shared by all says that *a* member sealed the words: not which one, not under which name or in which room they are shown, and not that it is for the first time.`,
  under: (property: string, attacks: string): string => `${property}: ${attacks}`,
  checked: (code: string, means: string): string => ` (${code}: ${means})`,
  cellWith: (attack: string, verdict: string, check: string): string => `${attack} ${verdict}${check}`,
  readTitle: '## How to read a cell',
  read: (attack: string, defense: string, verdict: string, because: string, tactic: string): string =>
    `Take ${attack} against ${defense}: **${verdict}**. The attack was played on fresh chats, the first tactic alone, those that do not stand in each other's way together (and each alone where that was not withstood), and every other one alone; the cell shows the worst outcome for the defender, here of the tactic ${tactic}. In the words of the referee: ${because}.`,
  gridTitle: '## The grid',
  priceNone: 'No defense refused an honest delivery, neither with clocks 20 s apart nor after 45 s in store.',
  price: (defense: string, skewed: string, stored: string): string =>
    `${defense} has a price: of honest deliveries it refused ${skewed} with clocks 20 s apart and ${stored} after 45 s in store.`,
  scenariosTitle: '## What happened, scenario by scenario',
  scenarioHead: ['attack', 'against', 'verdict', 'check that fired', 'in the words of the referee'],
  ofPart: (part: string): string => ` of ${part}`,
  share: (refused: number, of: number): string => `${refused} of ${of}`,
  lesson: (lesson: string): string => `**Lesson.** ${lesson}`,
  diagram: (attack: string, defense: string, verdict: string): string =>
    `A real trace, ${attack} against ${defense} (${verdict}):`,
  openTitle: '## What each defense does not protect',
  openHead: ['defense', 'protects, by design', 'leaves open, by design', 'got through, as measured'],
  openAll: 'everything that was played',
  openNothing: 'nothing that was played',
  residualTitle: '### What remains under `full`',
  residualNone: 'Nothing of this grid gets through `full` unnoticed.',
  residual: (attack: string, reason: string): string => `- ${attack}: ${reason}.`,
  /** Why no part of the laboratory's can stop or reveal it. */
  residualReason: {
    'log-sniffer/endpoint-log':
      'what a program writes down on its own machine after opening it, no protocol takes back; do not log words',
    'key-theft/archive':
      'within an epoch there is one key, so that a device’s state opens what was sealed under it, and a live TLS connection holds the keys of its own past; only a ratchet that deletes a key after each message would bound that',
  } as Readonly<Record<string, string>>,
  claimsTitle: '## What students wrote, settled',
  claimsIntro:
    'From students’ answers and the handouts, with what was seen when each claim was put to the test. A ruling is computed from what was observed; each experiment is run a second time in a configuration in which the ruling has to flip, for one that always comes out alike tells nothing.',
  method: [
    '## Method',
    '- **Real bytes.** A trial is a fresh chat: a relay and its clients on loopback, fresh keys, a fresh 128-bit secret. The adversary holds exactly what its position gives it; a rogue server is the honest relay with an adversary on its forwarding hook.',
    '- **Ground truth.** Honest programs write down what they send before it leaves and what they show when they show it. The referee is a pure function of that record: no attack reports its own success, no defense its own.',
    '- **Defeated is earned.** A content attack counts as defeated only where an altered artefact reached its victim and a security check of a part under test refused it. A parse error, a crash or a time-out is *inconclusive*, never a success of the defense.',
    '- **The worst counts.** An attack is a list of tactics, chosen by the public wire format; a cell reports the worst outcome for the defender.',
    '- **Controls.** Each defense first carries an honest evening that must arrive whole, once and in order (benign): repeats, concurrent speakers, a late member, a restart, a leaver, a slow clock, 0 bytes and 60 KB. Each attack must succeed against the undefended chat or, where that has nothing to break, against a variant that is vulnerable on purpose (positive). Where a control fails, its cells are inconclusive.',
    '- **Time is injected.** Delays and clocks that differ are virtual, so that 45 seconds pass at once and alike on every machine.',
  ].join('\n'),
  containment: (tier: string): string =>
    `- **Containment.** Code in a hostile frame runs in a confined victim process only; on the machine that wrote this report: ${tier}.`,
  limits: [
    '## Limits',
    '- A cell tells about these tactics against this implementation. Defeated means: by nothing that was tried here; a better attack may come.',
    '- The keys are in place before the first message. Of how they got there, the grid plays a weak password, a swapped key and a swapped salt, and nothing more.',
    '- Traffic analysis beyond the names and sizes in a log or on a wire, and timing side channels, are not part of this grid.',
    '- A chat of three on loopback says nothing about performance or about behaviour at scale.',
    '- The chat is made for teaching. None of its defenses is a product.',
  ].join('\n'),
} as const;
