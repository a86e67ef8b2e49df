import { onMounted, onUnmounted, type Ref, ref, type ShallowRef, shallowRef } from 'vue';

/** What a page in the frame did not do. */
export interface Problem {
  message: string;
  /** Where in its code, from 1; undefined where that is not known. */
  line?: number | undefined;
}

/** Runs pages in a frame that has no origin and asks no network. */
export interface Runner {
  /** How many pages have run: each is in a frame of its own, so that nothing of the last one is left. */
  runs: Ref<number>;
  /** How high the page is, in CSS pixels; 0 until it says so. */
  height: Ref<number>;
  /** The first thing that went wrong in it. */
  problem: ShallowRef<Problem | undefined>;
  start(html: string): void;
}

/** What `run.html` posts. It may be anything, as the visitor's own code posts, too. */
type Posted = Partial<Record<'isEmpty' | 'height' | 'error' | 'line', unknown>>;

/** No page is higher: a page that is as high as its frame, and a bit more, would grow for ever. */
const HIGHEST = 1600;

/** Runs pages in the frame, which has `run.html` in it. */
export function useRunner(frame: Readonly<ShallowRef<HTMLIFrameElement | null>>): Runner {
  const runs = ref(0);
  const height = ref(0);
  const problem = shallowRef<Problem>();
  let page = '';

  function receive({ source, data }: MessageEvent<unknown>): void {
    const target = frame.value?.contentWindow;
    if (!target || source !== target) return;
    const posted: Posted = typeof data === 'object' && data !== null ? data : {};
    // A frame without an origin cannot be named; nobody else has this one.
    if (posted.isEmpty) target.postMessage(page, '*');
    if (typeof posted.height === 'number') height.value = Math.min(posted.height, HIGHEST);
    if (typeof posted.error === 'string') {
      problem.value ??= { message: posted.error, line: typeof posted.line === 'number' ? posted.line : undefined };
    }
  }
  onMounted(() => addEventListener('message', receive));
  onUnmounted(() => removeEventListener('message', receive));

  return {
    runs,
    height,
    problem,
    start(html) {
      page = html;
      problem.value = undefined;
      runs.value++;
    },
  };
}
