import type { Outcome, Task } from '../../../packages/find/src/folder/task.js';
import { connect, QUEUE } from '../../../packages/find/src/queue/connect.js';

const OUTCOME: Outcome = {
  kind: 'place',
  photo: 'some/folder/photo.jpg',
  placement: { box: [101.123456, 202.123456, 303.123456, 404.123456], rotation: 0 },
  score: 0.9987654,
};

const { bullmq, redis } = await connect(process.argv[2]);
const worker = new bullmq.Worker<Task, Outcome>(QUEUE, async () => OUTCOME, { connection: redis });
await worker.waitUntilReady();
process.send?.('ready');
