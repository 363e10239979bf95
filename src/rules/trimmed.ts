/**
 * A text without the characters of a set at its ends. A pattern that ends in `+$` takes the square of the time for a long
 * run of them in the middle.
 */
export function trimmed(text: string, edge: string): string {
  let [start, end] = [0, text.length];
  while (start < end && edge.includes(text.charAt(start))) start++;
  while (start < end && edge.includes(text.charAt(end - 1))) end--;
  return text.slice(start, end);
}
