import { computed, type ShallowRef, shallowRef, watch } from 'vue';
import { type CropClient, JobError } from './crop-client.js';
import { latestOnly } from './latest-only.js';
import { type PlaygroundState, samplingOf } from './state.js';
import type { CropAnswer, OpenedPhoto } from './worker/protocol.js';

export interface LiveCrop {
  /** The newest crop that could be taken. */
  answer: ShallowRef<CropAnswer | undefined>;
  /** Why the one that is asked for now could not. */
  problem: ShallowRef<JobError | undefined>;
}

/** The crop, taken anew whenever anything that it depends on changes. */
export function useCrop(
  client: CropClient,
  state: PlaygroundState,
  photo: ShallowRef<OpenedPhoto | undefined>,
): LiveCrop {
  const answer = shallowRef<CropAnswer>();
  const problem = shallowRef<JobError>();

  const job = computed(() => ({
    kind: 'crop' as const,
    backend: state.backend,
    sampling: samplingOf(state),
    box: { ...state.box },
    target: { ...state.target },
    view: state.view,
    loss: state.loss,
  }));

  const take = latestOnly(async (wanted: typeof job.value) => {
    try {
      const before = answer.value?.overlay;
      answer.value = await client.ask(wanted);
      if (before?.view === 'image') before.heat.close();
      problem.value = undefined;
    } catch (error) {
      problem.value = JobError.from(error);
    }
  });

  watch([job, photo], ([wanted, shown]) => shown && take(wanted));
  return { answer, problem };
}
