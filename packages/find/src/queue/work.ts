export function work(_a: unknown, _url: string): Promise<void> {
  throw new Error('soon');
}
