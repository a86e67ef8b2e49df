/** How far the numbers of two lists of one length are apart at most. */
export function furthest(data: ArrayLike<number>, expected: ArrayLike<number>): number {
  if (data.length !== expected.length) throw new Error(`${data.length} numbers beside ${expected.length}`);
  let most = 0;
  for (let i = 0; i < data.length; i++) most = Math.max(most, Math.abs(data[i] - expected[i]));
  return most;
}
