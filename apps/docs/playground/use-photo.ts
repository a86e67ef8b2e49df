import { withBase } from 'vitepress';
import { type ShallowRef, shallowRef } from 'vue';
import type { PixelSize } from './box.js';
import { type CropClient, JobError } from './crop-client.js';
import { displacedBox, middleBox } from './displaced-box.js';
import { PHOTOS, type PhotoName } from './photos.js';
import { initialState, type PlaygroundState } from './state.js';

/** The photo in view. */
export interface ShownPhoto {
  url: string;
  alt: string;
  size: PixelSize;
  /** What the file holds, where that is larger. */
  original: PixelSize;
  /** Whether it is the visitor's own. It never leaves the browser, so no link can carry it. */
  isOwn: boolean;
}

export interface PhotoControls {
  photo: ShallowRef<ShownPhoto | undefined>;
  /** Why the last photo asked for is not in view. */
  problem: ShallowRef<JobError | undefined>;
  /** Opens the photo that the state names, and leaves the boxes where they are. */
  openNamed(): Promise<void>;
  /** Shows one of the photos that come with the site, with its boxes. When it does not load, the one in view stays. */
  choose(name: PhotoName): Promise<void>;
  /** Shows a photo of one's own. When it is none, the one in view stays. */
  chooseFile(file: File): Promise<void>;
}

/** The photo in view, and the ways to another one. */
export function usePhoto(client: CropClient, state: PlaygroundState): PhotoControls {
  const photo = shallowRef<ShownPhoto>();
  const problem = shallowRef<JobError>();

  /** `place` puts the boxes where they are on this photo: with it, so that no crop is taken at those of the last one. */
  async function show(
    shown: Pick<ShownPhoto, 'url' | 'alt' | 'isOwn'>,
    file: Blob,
    place: (size: PixelSize) => Partial<PlaygroundState>,
  ): Promise<void> {
    const { size, original } = await client.ask({ kind: 'open', photo: file });
    const before = photo.value;
    problem.value = undefined;
    Object.assign(state, place(size));
    photo.value = { ...shown, size, original };
    if (before?.isOwn) URL.revokeObjectURL(before.url);
  }

  async function openBundled(name: PhotoName, place: () => Partial<PlaygroundState>): Promise<void> {
    const { file, alt } = PHOTOS[name];
    const url = withBase(`/photos/${file}.webp`);
    const response = await fetch(url);
    if (!response.ok) throw new JobError(`The photo did not load: the server answered ${response.status}.`);
    await show({ url, alt, isOwn: false }, await response.blob(), place);
  }

  return {
    photo,
    problem,
    async openNamed() {
      try {
        await openBundled(state.photo, () => ({}));
      } catch (error) {
        problem.value = JobError.from(error);
      }
    },
    async choose(name) {
      try {
        await openBundled(name, () => {
          const { box, target } = initialState(name);
          return { photo: name, box, target };
        });
      } catch (error) {
        problem.value = JobError.from(error);
      }
    },
    async chooseFile(file) {
      const url = URL.createObjectURL(file);
      try {
        await show({ url, alt: `Your photo, ${file.name}`, isOwn: true }, file, (size) => {
          const target = middleBox(size);
          return { target, box: displacedBox(target, size) };
        });
      } catch (error) {
        URL.revokeObjectURL(url);
        problem.value = JobError.from(error);
      }
    },
  };
}
