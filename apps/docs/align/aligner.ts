import type { Alignment, AlignReply, AlignRequest } from './protocol.js';

/** The page's end of the worker that aligns. */
export class Aligner {
  readonly #worker: Worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });

  /** One pair at a time. Rejects with a sentence for the visitor. */
  align(request: AlignRequest): Promise<Alignment> {
    return new Promise((resolve, reject) => {
      this.#worker.onmessage = ({ data }: MessageEvent<AlignReply>) => {
        if ('failure' in data) reject(new Error(data.failure));
        else resolve(data.alignment);
      };
      this.#worker.onerror = ({ message }) =>
        reject(new Error(message || 'The worker did not load. Check the connection and reload the page.'));
      this.#worker.postMessage(request);
    });
  }

  close(): void {
    this.#worker.terminate();
  }
}
