import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Polygon } from './iou.js';

/** What one of OpenCV's ways answers. */
export interface PeerAnswer {
  corners: Polygon | null;
  ms: number;
}

/** OpenCV's answers for one thumbnail. */
export interface PeerAnswers {
  version: string;
  matchTemplate: PeerAnswer;
  orb: PeerAnswer;
}

/** OpenCV in a process of its own. */
export interface Peers {
  ask(request: { photo: string; thumbnail: string; smallest: number }): Promise<PeerAnswers>;
  close(): void;
}

/** Starts the Python that CROPGRAD_PYTHON names; undefined where it names none. */
export function startPeers(): Peers | undefined {
  const python = process.env.CROPGRAD_PYTHON;
  if (!python) return undefined;
  const script = fileURLToPath(new URL('./peers.py', import.meta.url));
  const child = spawn(python, [script], { stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    async ask(request) {
      child.stdin.write(`${JSON.stringify(request)}\n`);
      const { value, done } = await lines.next();
      if (done) throw new Error('OpenCV ended before it answered');
      return JSON.parse(value);
    },
    close: () => child.stdin.end(),
  };
}
