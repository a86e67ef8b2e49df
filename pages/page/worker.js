// Does a job that the page names, and answers with its report, or with what went wrong.
import { doJob } from './jobs.js';

addEventListener('message', async ({ data: { job, backend } }) => {
  try {
    postMessage({ report: await doJob(job, backend) });
  } catch (error) {
    postMessage({ error: String(error?.stack ?? error) });
  }
});
