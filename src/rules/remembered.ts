/**
 * Remembers what a pure function of a text gave: a sheet repeats the same few hundred occupations and certificates, and
 * reading one is most of the work of a row. Forgets everything where there are many, so that memory stays bounded.
 *
 * @param most how many texts it remembers
 */
export function remembered<T>(compute: (text: string) => T, most = 4096): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const there = known.get(text);
    if (there !== undefined) return there;
    const result = compute(text);
    if (known.size >= most) known.clear();
    known.set(text, result);
    return result;
  };
}
