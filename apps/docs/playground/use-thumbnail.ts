import type { FindReason } from '@cropgrad/register';
import { type Reactive, reactive, type ShallowRef, watch } from 'vue';
import type { PhotoBox } from './box.js';
import { type CropClient, JobError } from './crop-client.js';
import type { PlaygroundState } from './state.js';
import type { ShownPhoto } from './use-photo.js';

/** The search for a thumbnail of the visitor's, as the page sees it. */
export interface ThumbnailSearch {
  status: 'ready' | 'looking' | 'ended';
  file: File | undefined;
  /** Whether it may be turned by up to 10 degrees, and whether it may be larger than what it shows. */
  isTurned: boolean;
  isEnlarged: boolean;
  /** What came of it; `reason` is null where it was found. */
  result: { score: number; reason: FindReason | null } | undefined;
}

export interface ThumbnailControls {
  thumbnail: Reactive<ThumbnailSearch>;
  /** Looks for the file in the photo in view. */
  find(): Promise<void>;
}

/** Looks for a thumbnail of the visitor's in the photo in view, all of which stays in the browser. */
export function useThumbnail(
  client: CropClient,
  state: PlaygroundState,
  photo: ShallowRef<ShownPhoto | undefined>,
  { onFound, onFailure }: { onFound: (box: PhotoBox) => void; onFailure: (error: JobError | undefined) => void },
): ThumbnailControls {
  const thumbnail = reactive<ThumbnailSearch>({
    ...{ status: 'ready', file: undefined, isTurned: false, isEnlarged: false, result: undefined },
  });
  /** Grows when there is another photo: what was looked for in an older one comes to nothing. */
  let current = 0;

  async function find(): Promise<void> {
    const { file, isTurned, isEnlarged } = thumbnail;
    if (!file) return;
    const mine = ++current;
    Object.assign(thumbnail, { status: 'looking', result: undefined });
    onFailure(undefined);
    try {
      const { box, ...result } = await client.ask({
        ...{ kind: 'find', backend: state.backend, thumbnail: file, isTurned, isEnlarged },
      });
      if (mine !== current) return;
      Object.assign(thumbnail, { status: 'ended', result });
      if (result.reason === null) onFound(box);
    } catch (error) {
      if (mine !== current) return;
      thumbnail.status = 'ready';
      onFailure(JobError.from(error));
    }
  }

  watch(photo, () => {
    current++;
    Object.assign(thumbnail, { status: 'ready', result: undefined });
  });
  return { thumbnail, find };
}
