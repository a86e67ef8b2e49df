/** The backends that this example can run on; importing a package registers its kernels. */
const BACKENDS: Record<string, () => Promise<unknown>> = {
  cpu: () => import('@cropgrad/backend-cpu'),
  gpujs: () => import('@cropgrad/backend-gpujs'),
};

/** What `--backend` takes. */
export const BACKEND_NAMES: readonly string[] = Object.keys(BACKENDS);

/** Loads a backend, and makes it the one that everything runs on. */
export async function useBackend(name: string): Promise<void> {
  const tf = await import('@tensorflow/tfjs');
  // Production mode skips tfjs's own checks, and its hint that there is a faster package for Node.
  tf.enableProdMode();
  await BACKENDS[name]();
  if (!(await tf.setBackend(name))) throw new Error(`The backend ${name} does not run here`);
}
