/** What reading an object gives, or undefined where the object throws: a proxy may, and a getter. */
export function attempt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
