/** What a shortcut is found by, which the standard leaves to browsers. */
interface Key {
  readonly keyCode: number;
  readonly key: string;
}

/** Firefox's own numbers of keys, by what the keys write, and the numbers that all other browsers give them. */
const FIREFOX: Readonly<Record<number, { readonly writes: string; readonly elsewhere: number } | undefined>> =
  {
    59: { writes: ';:', elsewhere: 186 },
    61: { writes: '=+', elsewhere: 187 },
    173: { writes: '-_', elsewhere: 189 },
  };

/** The number of a key in all other browsers; undefined where it has that already. */
function numberElsewhere({ keyCode, key }: Key): number | undefined {
  const number = FIREFOX[keyCode];
  // Another key has one of these numbers in other browsers, such as the one that mutes, and writes nothing.
  return key.length === 1 && number?.writes.includes(key) === true ? number.elsewhere : undefined;
}

/*
 * The grid finds its shortcuts by these numbers and knows none of Firefox's: there Ctrl and - or + did nothing. This
 * must be imported before the grid, whose listener stands at the same place.
 */
window.addEventListener(
  'keydown',
  (event) => {
    const number = numberElsewhere(event);
    if (number === undefined) return;
    Object.defineProperties(event, { keyCode: { value: number }, which: { value: number } });
  },
  { capture: true },
);

export {};
