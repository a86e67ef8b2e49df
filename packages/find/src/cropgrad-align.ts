import type { Status } from './command/run-command.js';
export function cropgradAlign(_args: readonly string[]): Promise<Status> { throw new Error('soon'); }
