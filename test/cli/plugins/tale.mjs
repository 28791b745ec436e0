/** A scenario of its own, with hostile words in it; no import of anything. */
export const scenarios = [
  {
    id: 'tale',
    title: 'A tale \u001b[31min red\u202e',
    story: 'Once upon a time.',
    cast: ['alice', 'bob'],
    attacks: ['tale/mute'],
    defenses: ['none', 'mac'],
    lesson: 'None.',
    script: () => [
      { do: 'say', author: 'alice', text: 'Is anybody there?' },
      { do: 'say', author: 'bob', text: 'I am.' },
    ],
  },
];
export const attacks = [
  {
    id: 'tale/mute',
    title: 'Nobody hears anything',
    position: 'relay',
    property: 'completeness',
    needs: [],
    alarms: [],
    cwe: [],
    sources: [],
    tactics: () => [{ id: 'all', does: 'drops everything' }],
    adversary: (_position, _tactic, { did }) => ({
      forward: ({ from, to }) => {
        if (from === 'relay' || from === to) return { do: 'forward' };
        did(`drops a frame to ${to}`);
        return { do: 'drop' };
      },
    }),
  },
];
