// The page: does the job that its address names, on its own thread or in a worker, and keeps the promise of a report.
const { job, backend, thread } = Object.fromEntries(new URL(location.href).searchParams);
window.report = thread === 'worker' ? inWorker() : here();

async function here() {
  if (job === 'nothing') return (await import('./tfjs-alone.js')).functions;
  const { doJob } = await import('./jobs.js');
  return doJob(job, backend);
}

function inWorker() {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./worker.js', import.meta.url), { type: 'module' });
    worker.addEventListener('error', ({ message }) => reject(new Error(message)));
    worker.addEventListener('message', ({ data: { report, error } }) => {
      if (error === undefined) resolve(report);
      else reject(new Error(error));
    });
    worker.postMessage({ job, backend });
  });
}
