import * as tf from '@tensorflow/tfjs';

/** What was read of tensors since counting began. */
export interface Reads {
  /** How many numbers each asynchronous read gave. */
  awaited: number[];
  synchronous: number;
}

/** Counts from now on what the current backend reads. */
export function countReads(): Reads {
  const backend = tf.backend();
  const reads: Reads = { awaited: [], synchronous: 0 };
  const { read, readSync } = backend;
  backend.read = async (id) => {
    const numbers = await read.call(backend, id);
    reads.awaited.push(numbers.length);
    return numbers;
  };
  backend.readSync = (id) => {
    reads.synchronous++;
    return readSync.call(backend, id);
  };
  return reads;
}
