import { onBeforeUnmount, type ShallowRef, shallowRef, watch } from 'vue';
import type { CropClient } from './crop-client.js';
import { type PlaygroundState, samplingOf } from './state.js';
import type { CropAnswer, CropTime } from './worker/protocol.js';

/** How long nothing has to change before there is time to measure, in ms. */
const PAUSE = 200;

/** How long the crop takes, measured anew whenever one has come and none is on its way. */
export function useCropTime(
  client: CropClient,
  state: PlaygroundState,
  answer: ShallowRef<CropAnswer | undefined>,
): ShallowRef<CropTime | undefined> {
  const time = shallowRef<CropTime>();
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function measure(): Promise<void> {
    const { backend, box } = state;
    try {
      time.value = await client.ask({ kind: 'time', backend, sampling: samplingOf(state), box: { ...box } });
    } catch {
      // What cannot be cropped has no time; the crop itself has said why.
    }
  }

  watch(answer, () => {
    clearTimeout(timer);
    timer = setTimeout(measure, PAUSE);
  });
  onBeforeUnmount(() => clearTimeout(timer));
  return time;
}
