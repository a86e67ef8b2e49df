/** A process that measures one set: it takes a {@link SetTask} as a message, and answers with what it measured. */
import '@cropgrad/backend-wasm';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setBackend } from '@tensorflow/tfjs-core';
import type { CaseSet } from './cases.js';
import { measureSet } from './measure-set.js';
import { startPeers } from './peers.js';
import { readPhotos } from './photo.js';

/** What the process is asked to do. */
export interface SetTask {
  set: CaseSet;
  photos: string;
  seed: number;
  count: number;
}

process.once('message', async ({ set, photos, seed, count }: SetTask) => {
  await setBackend('wasm');
  const peers = startPeers();
  const folder = await mkdtemp(join(tmpdir(), 'cropgrad-find-crop-'));
  try {
    const measured = await measureSet(set, { photos: await readPhotos(photos), seed, count, peers, folder });
    process.send?.(measured, () => process.connected && process.disconnect());
  } finally {
    peers?.close();
    await rm(folder, { recursive: true, force: true });
  }
});
