import { arch, availableParallelism, cpus, platform, totalmem } from 'node:os';

/** Where the numbers come from. */
export interface Machine {
  cpu: string;
  cores: number;
  memoryGB: number;
  platform: string;
  node: string;
}

/** Describes the machine by what it is, and not by its name. */
export function describeMachine(): Machine {
  return {
    cpu: cpus()[0].model.trim(),
    cores: availableParallelism(),
    memoryGB: Math.round(totalmem() / 2 ** 30),
    platform: `${platform()} ${arch()}`,
    node: process.versions.node,
  };
}
