/**
 * How often properties are read of objects that a piece of work is given: what tells work that grows with the square of what
 * it is given from work that does not, whatever the machine is busy with.
 *
 * @param given the objects, so many of them
 */
export function readsOf<T extends object>(
  given: readonly T[],
  work: (watched: readonly T[]) => unknown,
): number {
  let reads = 0;
  const watched = given.map(
    (each) =>
      new Proxy(each, {
        get: (target, key): unknown => {
          reads++;
          return Reflect.get(target, key);
        },
      }),
  );
  work(watched);
  return reads;
}
