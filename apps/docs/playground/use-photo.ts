import { withBase } from 'vitepress';
import { type ShallowRef, shallowRef } from 'vue';
import { type CropClient, JobError } from './crop-client.js';
import { displacedBox, middleBox } from './displaced-box.js';
import { PHOTOS, type PhotoName } from './photos.js';
import { initialState, type PlaygroundState } from './state.js';
import { type Boxes, copyOf } from './use-undo.js';
import type { OpenedPhoto } from './worker/protocol.js';

/** The photo in view. */
export interface ShownPhoto extends OpenedPhoto {
  /** Each photo that is opened has one of its own, in turn. */
  number: number;
  alt: string;
  /** Whether it is the visitor's own. It never leaves the browser, so no link can carry it. */
  isOwn: boolean;
  /** Where its boxes are at first. */
  boxes: Boxes;
}

export interface PhotoControls {
  photo: ShallowRef<ShownPhoto | undefined>;
  /** Why the last photo asked for is not in view. */
  problem: ShallowRef<JobError | undefined>;
  /** Shows what a link says: its photo, and all else as it says. */
  openLinked(then: PlaygroundState): Promise<void>;
  /** Shows one of the photos that come with the site, with its boxes. When it does not load, the one in view stays. */
  choose(name: PhotoName): Promise<void>;
  /** Shows a photo of one's own. When it is none, the one in view stays. */
  chooseFile(file: File): Promise<void>;
}

/** The photo in view, and the ways to another one. */
export function usePhoto(client: CropClient, state: PlaygroundState): PhotoControls {
  const photo = shallowRef<ShownPhoto>();
  const problem = shallowRef<JobError>();
  let opened = 0;

  /** Shows what `open` gives, and changes the state with it, so that no crop is taken at the boxes of the last photo. */
  async function show(open: () => Promise<{ shown: ShownPhoto; change: Partial<PlaygroundState> }>): Promise<void> {
    try {
      const { shown, change } = await open();
      const before = photo.value;
      problem.value = undefined;
      Object.assign(state, change);
      photo.value = shown;
      before?.picture.close();
    } catch (error) {
      problem.value = JobError.from(error);
    }
  }

  async function bundled(name: PhotoName): Promise<ShownPhoto> {
    const { file, alt } = PHOTOS[name];
    const response = await fetch(withBase(`/photos/${file}.webp`));
    if (!response.ok) throw new JobError(`The photo did not load: the server answered ${response.status}.`);
    const photo = await client.ask({ kind: 'open', photo: await response.blob() });
    const { box, target } = initialState(name);
    return { ...photo, number: opened++, alt, isOwn: false, boxes: { box, target } };
  }

  async function own(file: File): Promise<ShownPhoto> {
    const photo = await client.ask({ kind: 'open', photo: file });
    const target = middleBox(photo.size);
    // Upright, so that the code of its crop is the short one.
    const boxes = { target, box: { ...displacedBox(target, photo.size), angle: 0 } };
    return { ...photo, number: opened++, alt: `Your photo, ${file.name}`, isOwn: true, boxes };
  }

  return {
    photo,
    problem,
    openLinked: (then) => show(async () => ({ shown: await bundled(then.photo), change: then })),
    choose: (name) =>
      show(async () => {
        const shown = await bundled(name);
        return { shown, change: { photo: name, ...copyOf(shown.boxes) } };
      }),
    chooseFile: (file) =>
      show(async () => {
        const shown = await own(file);
        return { shown, change: copyOf(shown.boxes) };
      }),
  };
}
