/** Something the user gave that cannot be used; the message is one line, and says what to do. */
export class InputError extends Error {
  override name = 'InputError';
}
