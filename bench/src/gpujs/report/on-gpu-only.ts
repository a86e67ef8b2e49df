import { isSoftware } from '../../report/software-renderers.js';
import type { GpujsResults } from './results.js';

/**
 * Without what WebGL or WebGPU computed on something else than a GPU, and in Node, where nobody says on what: such a time says
 * nothing about a GPU.
 */
export function onGpuOnly({ node, chromium, ...rest }: GpujsResults): GpujsResults {
  const onCpu = <T extends { contender: string }>(ones: readonly T[]): T[] =>
    ones.filter(({ contender }) => contender !== 'gpujs headlessgl');
  return {
    ...rest,
    node: { ...node, laps: onCpu(node.laps), curve: onCpu(node.curve) },
    chromium: isSoftware(chromium?.renderer) || isSoftware(chromium?.adapter) ? undefined : chromium,
  };
}
