import { type Reactive, type Ref, reactive, ref, type ShallowRef, watch } from 'vue';
import type { PhotoBox } from './box.js';
import { type CropClient, JobError } from './crop-client.js';
import { type PlaygroundState, samplingOf } from './state.js';
import type { OpenedPhoto } from './worker/protocol.js';

/** "Find it", as the page sees it. */
export interface Search {
  status: 'ready' | 'playing' | 'paused' | 'ended';
  done: number;
  total: number;
  /** The boxes in the search besides the leading one, which is the playground's own box. */
  others: PhotoBox[];
  /** The loss of the leading box at each step. */
  losses: number[];
}

export interface SearchControls {
  search: Reactive<Search>;
  /** How long steps are, as a multiple of the usual length. It may change at any time. */
  rate: Ref<number>;
  play(): void;
  pause(): void;
  /** Takes one step. */
  step(): void;
  /** Gives the search up; the box stays where it is. */
  reset(): void;
}

/** A search in the worker, asked for one step per frame; its boxes turn if `turns` says so. A failure ends it. */
export function useSearch(
  client: CropClient,
  state: PlaygroundState,
  photo: ShallowRef<OpenedPhoto | undefined>,
  turns: boolean,
  onFailure: (error: JobError) => void,
): SearchControls {
  const search = reactive<Search>({ status: 'ready', done: 0, total: 0, others: [], losses: [] });
  const rate = ref(1);
  /** Grows when a search is given up: what was under way for an older one comes to nothing. */
  let current = 0;
  let isStepping = false;

  function reset(): void {
    current++;
    Object.assign(search, { status: 'ready', done: 0, total: 0, others: [], losses: [] });
  }

  async function begin(): Promise<void> {
    const { backend, box, target } = state;
    const sampling = samplingOf(state);
    const { total } = await client.ask({
      ...{ kind: 'search', backend, sampling, start: { ...box }, target: { ...target }, turns },
    });
    search.total = total;
  }

  async function takeSteps(): Promise<void> {
    const mine = current;
    if (search.done === 0) await begin();
    do {
      const { boxes, loss, done } = await client.ask({ kind: 'step', rate: rate.value });
      if (mine !== current) return;
      [state.box, ...search.others] = boxes;
      search.losses.push(loss);
      search.done = done;
      if (done === search.total) search.status = 'ended';
      await new Promise(requestAnimationFrame);
    } while (search.status === 'playing' && mine === current);
  }

  async function go(status: 'playing' | 'paused'): Promise<void> {
    if (search.status === 'ended') reset();
    search.status = status;
    if (isStepping) return;
    isStepping = true;
    try {
      await takeSteps();
    } catch (error) {
      reset();
      onFailure(JobError.from(error));
    }
    isStepping = false;
  }

  // A search looks for one target in one way: when these change, it is over.
  watch(() => [photo.value, state.backend, { ...state.target }, samplingOf(state)], reset);

  return {
    search,
    rate,
    reset,
    play: () => void go('playing'),
    step: () => void go('paused'),
    pause: () => {
      if (search.status === 'playing') search.status = 'paused';
    },
  };
}
