/**
 * What an error, or anything else that was thrown, says, without line breaks: paths and messages of libraries may hold
 * some.
 */
export function oneLine(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.trim().replace(/\s+/g, ' ');
}
