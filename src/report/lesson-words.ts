/** The words around what scenarios teach, in one place for a translation. */
export const LESSON_WORDS = {
  title: (scenario: string): string => `${scenario}: the lesson`,
  notice: 'What to notice',
  questions: 'Questions',
  /** The coursework asks in this order. */
  steps: ['On the wire', 'Why it works', 'What stops it'],
  question: (n: string, step: string): string => `${n}. ${step}`,
  hint: (n: string, of: string): string => `Hint ${n} of ${of}`,
  told: (head: string, text: string): string => `${head}: ${text}`,
  seeIt: 'See it',
  joint: '; ',
  against: (attacks: string, defenses: string): string => `${attacks} against ${defenses}`,
  reading: 'To read on',
  more: (hints: number): string => `--hints ${hints} opens the next hint of each question.`,
  pointer: 'What to notice, questions and hints for each scenario: `mallory lesson rogue-server --hints 1`.',
  deckNotes: 'Let the class answer first. Then, one by one:',
} as const;
