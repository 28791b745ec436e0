import { describe, expect, test } from 'vitest';
import { type Seen, View } from '../../src/defenses/view.js';

/** `alice 3` is her third message, `alice 0` her arrival; whatever follows the `#` makes another digest of the same place. */
function entry(name: string): Seen {
  const [place = ''] = name.split('#');
  const [author = '', slot = ''] = place.split(' ');
  return { author, slot: Number(slot), digest: `digest of ${name}` };
}
const entries = (...names: string[]): Seen[] => names.map(entry);

function viewOf(me: string, ...names: string[]): View {
  const view = new View(me);
  for (const seen of entries(...names)) view.add(seen, 0);
  return view;
}

const placesOf = (view: View, claim: readonly Seen[]): string[] => {
  const { missing = [], differing = [] } = view.compare(claim) ?? {};
  return [
    ...missing.map(({ author, slot }) => `${author} ${slot} is missing`),
    ...differing.map(({ author, slot }) => `${author} ${slot} differs`),
  ];
};

/** What Alice, who saw `seen`, has to say about a claim. */
const said = (seen: readonly string[], claim: readonly string[]): string[] =>
  placesOf(viewOf('alice', ...seen), entries(...claim));

describe('a view', () => {
  test('of nothing claims nothing, has nothing and has nothing to say', () => {
    const view = new View('alice');
    expect(view.claim()).toEqual([]);
    expect(view.has('alice', 0)).toBe(false);
    expect(view.compare(entries('bob 0', 'bob 1'))).toBeNull();
    expect(view.compare([])).toBeNull();
  });

  test('claims all that was seen, in order, as long as that is no more than 16 entries', () => {
    const names = Array.from({ length: 16 }, (_, index) => `alice ${index}`);
    expect(viewOf('alice', 'alice 0', 'bob 1').claim()).toEqual(entries('alice 0', 'bob 1'));
    expect(viewOf('alice', ...names).claim()).toEqual(entries(...names));
  });

  test('claims the last 16 entries where there are more', () => {
    const names = Array.from({ length: 40 }, (_, index) => `alice ${index}`);
    expect(viewOf('alice', ...names.slice(0, 17)).claim()).toEqual(entries(...names.slice(1, 17)));
    expect(viewOf('alice', ...names).claim()).toEqual(entries(...names.slice(24)));
  });

  test('has what was seen of this author in this slot, whatever its digest, and nothing else', () => {
    const view = viewOf('alice', 'alice 0', 'bob 2', 'carol 3');
    expect([view.has('alice', 0), view.has('bob', 2), view.has('carol', 3)]).toEqual([true, true, true]);
    expect([view.has('bob', 3), view.has('carol', 2), view.has('dave', 2)]).toEqual([false, false, false]);
    expect(viewOf('alice', 'bob 2#other').has('bob', 2)).toBe(true);
  });
});

describe('a claim that agrees', () => {
  test.each<[string, string[]]>([
    ['tells the same', ['alice 0', 'bob 0', 'bob 1', 'carol 1']],
    ['stops before what its author has not seen yet', ['alice 0', 'bob 0']],
    ['knows of the arrival alone', ['alice 0']],
    ['is empty', []],
    ['begins with what was before the arrival here', ['carol 0', 'carol 1', 'alice 0', 'bob 0']],
    ['no longer reaches back to the arrival', ['bob 0', 'bob 1', 'carol 1']],
    ['tells one entry from the middle', ['bob 1']],
    ['has nothing in common with what was seen', ['dave 0', 'dave 1']],
  ])('%s', (_, claim) => {
    expect(said(['alice 0', 'bob 0', 'bob 1', 'carol 1'], claim)).toEqual([]);
  });
});

describe('a claim that does not agree', () => {
  const seen = ['alice 0', 'bob 1', 'bob 2', 'carol 1'];

  test('names what never came here', () => {
    expect(said(seen, ['alice 0', 'bob 1', 'bob 2', 'carol 1', 'dave 1'])).toEqual(['dave 1 is missing']);
    expect(said(['alice 0'], ['alice 0', 'bob 1', 'bob 2'])).toEqual([
      'bob 1 is missing',
      'bob 2 is missing',
    ]);
  });

  test('names all that never came here, and nothing that only stands behind it', () => {
    expect(said(seen, ['alice 0', 'bob 1', 'dave 1', 'bob 2', 'dave 2', 'carol 1'])).toEqual([
      'dave 1 is missing',
      'dave 2 is missing',
    ]);
  });

  test('names both of two that changed places, and nothing before or behind them', () => {
    expect(said(seen, ['alice 0', 'bob 2', 'bob 1', 'carol 1'])).toEqual([
      'bob 2 differs',
      'bob 1 differs',
      'bob 1 differs',
      'bob 2 differs',
    ]);
  });

  test('names what its author was not shown, though she was shown what follows', () => {
    expect(said(seen, ['alice 0', 'bob 1', 'carol 1'])).toEqual(['bob 2 differs']);
    expect(said(seen, ['alice 0', 'carol 1'])).toEqual(['bob 1 differs', 'bob 2 differs']);
  });

  test('names a swap behind what is missing, on either side', () => {
    const swapped = ['bob 2 differs', 'bob 1 differs', 'bob 1 differs', 'bob 2 differs'];
    expect(said(seen, ['alice 0', 'dave 1', 'bob 2', 'bob 1'])).toEqual(['dave 1 is missing', ...swapped]);
    expect(said(['alice 0', 'dave 1', 'bob 1', 'bob 2'], ['alice 0', 'bob 2', 'bob 1'])).toEqual([
      ...swapped,
      'dave 1 differs',
    ]);
  });

  test('names twice what has another digest there: it came, and is not missing', () => {
    expect(said(seen, ['alice 0', 'bob 1#other', 'bob 2'])).toEqual(['bob 1 differs', 'bob 1 differs']);
    expect(said(seen, ['bob 1', 'bob 2#other'])).toEqual(['bob 2 differs', 'bob 2 differs']);
  });

  test('names what was told a second time after all that came here', () => {
    expect(said(['alice 0', 'bob 1'], ['alice 0', 'bob 1', 'bob 1'])).toEqual(['bob 1 differs']);
  });

  test('names what came here once more, and what came once more there, where more came behind it', () => {
    expect(said(['alice 0', 'bob 1', 'bob 1', 'bob 2'], ['alice 0', 'bob 1', 'bob 2'])).toEqual([
      'bob 1 differs',
    ]);
    expect(said(['alice 0', 'bob 1', 'bob 2'], ['alice 0', 'bob 1', 'bob 1', 'bob 2'])).toEqual([
      'bob 1 differs',
    ]);
  });

  test('of before is no other because what it tells of has come again since', () => {
    expect(said(['alice 0', 'bob 1', 'bob 2', 'bob 1', 'bob 2'], ['alice 0', 'bob 1', 'bob 2'])).toEqual([]);
  });

  test('is missing by its author alone and by its slot alone, and another by its digest alone', () => {
    const view = viewOf('alice', 'alice 0', 'bob 1', 'carol 2');
    const [first, second] = [entry('alice 0'), entry('bob 1')];
    expect(placesOf(view, [first, { ...second, author: 'dave' }])).toEqual(['dave 1 is missing']);
    expect(placesOf(view, [first, { ...second, slot: 5 }])).toEqual(['bob 5 is missing']);
    expect(placesOf(view, [first, { ...second, digest: '' }])).toEqual(['bob 1 differs', 'bob 1 differs']);
    expect(placesOf(view, [first, second])).toEqual([]);
  });
});

describe('somebody who arrives again', () => {
  const seen = ['alice 0', 'bob 0', 'bob 1', 'carol 1', 'bob 0#again', 'bob 2'];

  test('arrives by another word: who has not heard that one yet has missed nothing', () => {
    expect(said(seen, ['alice 0', 'bob 0', 'bob 1'])).toEqual([]);
    expect(said(seen, ['alice 0', 'bob 0', 'bob 1', 'carol 1', 'bob 0#again'])).toEqual([]);
  });

  test('and what came before, for one of two only, is told of', () => {
    expect(said(seen, ['alice 0', 'bob 0', 'bob 1', 'bob 0#again', 'bob 2'])).toEqual(['carol 1 differs']);
    expect(said(seen, ['alice 0', 'bob 0', 'bob 1', 'bob 0#again', 'carol 1'])).toEqual([
      'bob 0 differs',
      'carol 1 differs',
      'carol 1 differs',
      'bob 0 differs',
    ]);
  });
});

describe('what was before somebody arrived', () => {
  const late = ['alice 0', 'bob 5', 'bob 6'];

  test('is not for her to say: the claim counts from her own arrival on', () => {
    expect(said(late, ['bob 3', 'bob 4', 'alice 0', 'bob 5', 'bob 6'])).toEqual([]);
    expect(said(late, ['bob 3', 'bob 4', 'alice 0', 'bob 6'])).toEqual(['bob 5 differs']);
    expect(said(late, ['bob 4', 'alice 0', 'carol 1', 'bob 5'])).toEqual(['carol 1 is missing']);
  });

  test('stays so though her arrival is not the first that she saw', () => {
    expect(said(['bob 4', ...late], ['carol 9', 'alice 0', 'bob 5', 'bob 6'])).toEqual([]);
    expect(said(['bob 4', ...late], ['carol 9', 'alice 0', 'bob 6'])).toEqual(['bob 5 differs']);
  });

  test('is told apart from an arrival of hers that others saw otherwise: that is no common place', () => {
    expect(said(late, ['alice 0#other', 'carol 1'])).toEqual([]);
    expect(said(late, ['alice 0', 'carol 1'])).toEqual(['carol 1 is missing']);
  });

  test('does not take somebody else’s arrival, or a message of hers, for her arrival', () => {
    expect(said(['bob 0', 'alice 1', 'alice 0', 'bob 1'], ['bob 0', 'dave 1', 'alice 0', 'bob 1'])).toEqual(
      [],
    );
    expect(said(['alice 1', 'alice 0', 'bob 1'], ['alice 1', 'dave 1', 'alice 0', 'bob 1'])).toEqual([]);
    expect(said(['bob 0', 'alice 0', 'bob 1'], ['alice 0', 'bob 2'])).toEqual(['bob 2 is missing']);
  });
});

describe('where her own arrival is not in the claim', () => {
  test('the claim counts from the first entry that stands here', () => {
    expect(said(['alice 0', 'bob 1', 'bob 2', 'bob 3'], ['bob 2', 'carol 1'])).toEqual([
      'carol 1 is missing',
    ]);
    expect(said(['bob 1', 'bob 2'], ['bob 1', 'bob 2', 'carol 1'])).toEqual(['carol 1 is missing']);
    expect(said(['bob 1', 'bob 2'], ['dave 1', 'bob 1', 'carol 1'])).toEqual(['carol 1 is missing']);
    expect(said(['bob 1', 'bob 2'], ['dave 1', 'dave 2'])).toEqual([]);
  });

  test('and where that came several times, from the place that fits best', () => {
    const seen = ['alice 0', 'bob 1', 'bob 2', 'bob 1', 'bob 3'];
    expect(said(seen, ['bob 1', 'bob 3'])).toEqual([]);
    expect(said(seen, ['bob 1', 'bob 2', 'bob 1'])).toEqual([]);
    expect(said(seen, ['bob 1', 'bob 2', 'carol 1'])).toEqual(['carol 1 is missing']);
  });
});

describe('what is left to be confirmed', () => {
  const timed = (...came: number[]): View => {
    const view = new View('alice');
    for (const [index, second] of came.entries()) view.add(entry(`bob ${index + 1}`), second);
    return view;
  };

  test('is what stands behind so much and came before that second', () => {
    const view = timed(1, 2, 3, 4);
    expect(view.after(1, 4)).toEqual(entries('bob 2', 'bob 3'));
    expect(view.after(0, 1)).toEqual([]);
    expect(view.after(4, 9)).toEqual([]);
  });

  test('begins behind what a claim tells, which stands between two places here', () => {
    const compared = (seen: readonly string[], claim: readonly string[]) => {
      const told = viewOf('alice', ...seen).compare(entries(...claim));
      return told && [told.from, told.until];
    };
    const seen = ['alice 0', 'bob 1', 'bob 2', 'bob 3'];
    expect(compared(seen, ['alice 0'])).toEqual([0, 1]);
    expect(compared(seen, ['alice 0', 'bob 1', 'bob 2'])).toEqual([0, 3]);
    expect(compared(seen, ['bob 2', 'bob 3'])).toEqual([2, 4]);
    expect(compared(seen, ['dave 1', 'bob 2'])).toEqual([2, 3]);
    // What is not known here does not take away what is.
    expect(compared(seen, ['bob 1', 'bob 2', 'dave 1'])).toEqual([1, 3]);
    expect(compared(seen, ['dave 1'])).toBeNull();
  });
});

describe('a view that was kept over a restart', () => {
  const names = Array.from({ length: 40 }, (_, index) => `bob ${index}`);
  const before = viewOf('alice', 'dave 7', 'carol 1', 'carol 3', 'carol 4', ...names);
  const view = new View('alice', JSON.parse(JSON.stringify(before.kept(24))));

  test('claims what it claimed, and goes on', () => {
    expect(view.length).toBe(20);
    expect(view.claim()).toEqual(before.claim());
    view.add(entry('bob 40'), 3);
    expect(view.claim()).toEqual(entries(...names.slice(25), 'bob 40'));
  });

  test('knows what it had seen of everybody, in its entries or not', () => {
    expect([6, 7, 8].map((slot) => view.has('dave', slot))).toEqual([false, true, false]);
    expect([0, 1, 2, 3, 4, 5].map((slot) => view.has('carol', slot))).toEqual([
      false,
      true,
      false,
      true,
      true,
      false,
    ]);
    expect([0, 12, 39, 41].map((slot) => view.has('bob', slot))).toEqual([true, true, true, false]);
  });

  test('knows its own arrival, wherever that stands', () => {
    const again = (from: number, ...seen: string[]): View => {
      const kept = viewOf('alice', ...seen).kept(from);
      return new View('alice', JSON.parse(JSON.stringify(kept)));
    };
    const late = ['bob 4', 'carol 1', 'alice 0', 'bob 5'];
    const claim = entries('carol 1', 'dave 9', 'alice 0', 'bob 5');
    for (const from of [0, 1]) expect(placesOf(again(from, ...late), claim)).toEqual([]);
    // Before what was kept: no later arrival is the first, and the claim counts from what stands here.
    const without = again(3, ...late);
    without.add(entry('alice 0#again'), 3);
    expect(placesOf(without, entries('bob 5', 'dave 9', 'alice 0#again'))).toEqual(['dave 9 is missing']);
    // Nothing had been seen: the arrival is still to come.
    const fresh = again(0);
    for (const name of late) fresh.add(entry(name), 3);
    expect(placesOf(fresh, claim)).toEqual([]);
  });

  test('knows when each entry came', () => {
    const timed = new View('alice');
    for (const second of [5, 6, 7]) timed.add(entry(`bob ${second}`), second);
    expect(new View('alice', timed.kept(1)).after(0, 7)).toEqual(entries('bob 6'));
  });
});

describe('which slots were seen', () => {
  test('is known in whatever order they came, and however often', () => {
    for (const order of [
      [3, 1, 2],
      [1, 3, 2],
      [2, 1, 3],
      [1, 1, 3, 3, 2],
      [9, 1, 3, 2],
    ]) {
      const view = viewOf('alice', ...order.map((slot) => `bob ${slot}`));
      expect([0, 1, 2, 3, 4].map((slot) => view.has('bob', slot))).toEqual([false, true, true, true, false]);
      expect(view.length).toBe(order.length);
    }
  });
});
