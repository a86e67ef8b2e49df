import * as tf from '@tensorflow/tfjs';
import { type Box, cornerDistance } from './box.js';
import { faceAt } from './camera-path.js';
import { drawOnWebGL } from './draw-on-webgl.js';
import { drawOnWebGPU } from './draw-on-webgpu.js';
import { LiveCrop } from './live-crop.js';
import { startWebGL, startWebGPU } from './start-backend.js';

const video = element('video', HTMLVideoElement);
const canvas = element('crop', HTMLCanvasElement);
const frameBox = element('box', HTMLElement);
const [speed, distance, tensors, problem] = ['speed', 'distance', 'tensors', 'problem'].map((id) =>
  element(id, HTMLElement),
);

const backend = new URLSearchParams(location.search).get('backend') === 'webgpu' ? 'webgpu' : 'webgl';
element(backend, HTMLAnchorElement).setAttribute('aria-current', 'true');

try {
  await run();
} catch (error) {
  problem.textContent = error instanceof Error ? error.message : String(error);
}

async function run(): Promise<void> {
  if (backend === 'webgpu') await startWebGPU();
  else await startWebGL(canvas);
  await firstFrame();
  const draw = backend === 'webgpu' ? drawOnWebGPU(canvas) : drawOnWebGL();
  // The video begins once every kernel is compiled: the face would be far away by then.
  const live = await LiveCrop.begin(video, faceAt(0), draw);
  await live.next(video);
  await video.play();
  let shown = performance.now();
  for (;;) {
    const time = await nextFrame();
    const box = await live.next(video);
    const now = performance.now();
    show(box, time, 1000 / (now - shown));
    shown = now;
  }
}

/** Waits until the video shows its first frame. */
async function firstFrame(): Promise<void> {
  if (video.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA) return;
  await new Promise((resolve, reject) => {
    video.addEventListener('loadeddata', resolve);
    video.addEventListener('error', () => reject(new Error('The video does not play in this browser.')));
  });
}

/** Waits for the video's next frame, and gives its time in the video, in seconds. */
function nextFrame(): Promise<number> {
  return new Promise((resolve) => {
    video.requestVideoFrameCallback((_, { mediaTime }) => resolve(mediaTime));
  });
}

function show([x, y, x2, y2]: Box, time: number, perSecond: number): void {
  const { videoWidth, videoHeight } = video;
  const percent = (part: number, whole: number) => `${(100 * part) / whole}%`;
  Object.assign(frameBox.style, {
    left: percent(x, videoWidth),
    top: percent(y, videoHeight),
    width: percent(x2 - x, videoWidth),
    height: percent(y2 - y, videoHeight),
  });
  speed.textContent = perSecond.toFixed(1);
  distance.textContent = cornerDistance([x, y, x2, y2], faceAt(time)).toFixed(1);
  tensors.textContent = String(tf.memory().numTensors);
}

function element<T extends HTMLElement>(id: string, type: new () => T): T {
  const found = document.getElementById(id);
  if (found instanceof type) return found;
  throw new Error(`The page has no ${type.name} with the id ${id}`);
}
