import type { Machine } from '../machine.js';

/** On what it was measured, in one sentence. */
export function machineLine({ cpu, cores, memoryGB, platform, node }: Machine, seed: number): string {
  return `${cpu}, ${cores} cores, ${memoryGB} GB, ${platform}, Node ${node}; random seed ${seed}.`;
}
