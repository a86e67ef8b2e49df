/** The backends this example can run on: each is imported only when asked for. */
export const BACKENDS: Record<string, () => Promise<unknown>> = {
  cpu: () => import('@cropgrad/backend-cpu'),
};
