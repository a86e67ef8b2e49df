import type { Workload } from '../../../bench/src/workloads.js';

/** A workload in words that need no other: images as height × width × channels, volumes with their depth before. */
export function workloadWords({ images, channels, imageSize, crops, size, degrees }: Workload): string {
  const image = imageSize.length === 3 ? 'volume' : 'image';
  const turned = degrees ? `, turned by ${degrees}°` : '';
  const from = `${counted(images, image)} of ${product([...imageSize, channels])}`;
  return `${from} → ${counted(crops, 'crop')} of ${product(size)}${turned}`;
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** 2 × 3, which is not broken over lines. */
function product(factors: readonly number[]): string {
  return factors.join('\u00a0×\u00a0');
}
