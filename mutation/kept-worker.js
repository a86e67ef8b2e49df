import { parentPort } from 'node:worker_threads';
import { init, runBaseTests, setupEnvironment } from 'vitest/worker';

/** Vitest's own listener, which comes first, and those of one run. */
const listeners = [];

// A thread of vitest's pool of threads, but that it goes on listening after it was told to stop: it may be started again.
init({
  post: (response) => parentPort.postMessage(response),
  on(listener) {
    listeners.push(listener);
    parentPort.on('message', listener);
  },
  off: (listener) => parentPort.off('message', listener),
  teardown() {
    for (const listener of listeners.splice(1)) parentPort.off('message', listener);
  },
  runTests: (state, traces) => runBaseTests('run', state, traces),
  collectTests: (state, traces) => runBaseTests('collect', state, traces),
  setup: setupEnvironment,
});
