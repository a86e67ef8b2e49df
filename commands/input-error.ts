/** Something the user gave that cannot be used; the message is one line, and names it. */
export class InputError extends Error {
  override name = 'InputError';
}
