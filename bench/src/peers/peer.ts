import { fileURLToPath } from 'node:url';

/** Where a peer knowingly computes something else, and how far its crops may therefore be off. */
export interface Approximation {
  note: string;
  /** How far its coordinates may be rounded, in pixels. */
  pixels?: number;
  /** Only samples that lie between pixel centres of the image are compared. */
  insideOnly?: boolean;
}

/** A library to measure: a process that speaks the protocol. */
export interface Peer {
  name: string;
  /** The command for this many threads, or why it cannot be run. */
  command(threads: number): { file: string; args: string[] } | { absent: string };
  /** Whether it can use more than one thread. */
  threaded: boolean;
  approximation?: Approximation;
  /** The only workloads it is measured on; all, when there are none. */
  workloads?: readonly string[];
  /** The workloads where a call of it takes many seconds; it is left out there. */
  tooSlowFor?: readonly string[];
  /** Whether it has antialiased crops; only then it is measured on them. */
  antialiases?: boolean;
  /** Whether it is measured in the size sweep. */
  inSweep?: boolean;
}

const WORKER = fileURLToPath(new URL('./worker.ts', import.meta.url));
const PYTHON_WORKER = fileURLToPath(new URL('./python/worker.py', import.meta.url));

/** The command of a peer in JavaScript: a module that exports `createPeer`, and its arguments. */
export function javascriptPeer(moduleUrl: URL, ...args: string[]): Peer['command'] {
  const tsx = import.meta.resolve('tsx');
  return (threads) => ({
    file: process.execPath,
    args: ['--import', tsx, WORKER, moduleUrl.href, String(threads), ...args],
  });
}

/** The command of a peer in Python: a module beside worker.py, run by the Python that an environment variable names. */
export function pythonPeer(module: string, namedBy = 'CROPGRAD_PYTHON'): Peer['command'] {
  return (threads) => {
    const file = process.env[namedBy];
    if (!file) return { absent: `${namedBy} names no Python` };
    return { file, args: [PYTHON_WORKER, module, String(threads)] };
  };
}
