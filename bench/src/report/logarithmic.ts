/** A logarithmic scale over some positive numbers, with a tick at each power of ten. */
export function logarithmic(values: readonly number[]) {
  const domain = [Math.min(...values), Math.max(...values)];
  const [first, last] = [Math.ceil(Math.log10(domain[0])), Math.floor(Math.log10(domain[1]))];
  const ticks = Array.from({ length: Math.max(0, last - first + 1) }, (_, k) => 10 ** (first + k));
  return {
    type: 'quantitative',
    scale: { type: 'log', domain, nice: false, padding: 8 },
    axis: { values: ticks, format: ',~r' },
  } as const;
}
