import { workerData } from 'node:worker_threads';
import type { Outcome, Task } from './task.js';
import { TaskRunner, type Workplace } from './task-runner.js';

// tinypool hands its own data over first, and ours second.
const [, place]: [unknown, Workplace] = workerData;
const runner = new TaskRunner(place);

/** What a thread of the pool does. */
export default function runTask(task: Task): Promise<Outcome> {
  return runner.run(task);
}
