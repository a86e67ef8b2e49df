import { type Answer, type Asked, type Box, CROP_SIZE } from './protocol.ts';

/** Where the target is cut from: the face; and where the search begins. */
const FACE: Box = [178, 64, 274, 160];
const START: Box = [150, 30, 300, 180];

const photo = element('photo', HTMLImageElement);
const box = element('box', HTMLElement);
const state = element('state', HTMLElement);
const problem = element('problem', HTMLElement);
const contexts = { crop: contextOf('crop'), target: contextOf('target') };

// Bundlers look for a worker that is written just so.
const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
/** The frames that this page has drawn since the search began. */
let frames = 0;

worker.onmessage = ({ data }: MessageEvent<Answer>) => {
  switch (data.kind) {
    case 'crop':
      show(data.box, data.crop);
      break;
    case 'step':
      show(data.box, data.crop);
      state.textContent = `step ${data.done}`;
      break;
    case 'end': {
      const end = data.wasStopped ? 'stopped' : 'found';
      state.textContent = `${end} after ${data.done} steps, ${frames} frames, ${data.tensors} tensors`;
      box.dataset.corners = data.box.map((x) => x.toFixed(2)).join(' ');
      break;
    }
    case 'problem':
      problem.textContent = data.message;
  }
};
worker.onerror = ({ message }) => {
  problem.textContent = message || 'The worker does not start';
};

photo.src = new URL('../../find-the-crop/astronaut.png', import.meta.url).href;
await photo.decode();
const bitmap = await createImageBitmap(photo);
ask({ kind: 'photo', photo: bitmap }, [bitmap]);
ask({ kind: 'crop', box: START });
const target = await createImageBitmap(photo, FACE[0], FACE[1], FACE[2] - FACE[0], FACE[3] - FACE[1]);
contexts.target.drawImage(target, 0, 0);

element('search', HTMLButtonElement).onclick = async () => {
  // What is transferred is gone here, so the worker gets a copy.
  const copy = await createImageBitmap(target);
  frames = 0;
  state.textContent = 'begins';
  ask({ kind: 'search', from: START, target: copy }, [copy]);
};
element('stop', HTMLButtonElement).onclick = () => ask({ kind: 'stop' });
requestAnimationFrame(function count() {
  frames++;
  requestAnimationFrame(count);
});

/** Asks the worker; what is in the list belongs to it from now on. */
function ask(asked: Asked, transfer: Transferable[] = []): void {
  worker.postMessage(asked, transfer);
}

function show([x, y, x2, y2]: Box, picture: ImageBitmap): void {
  contexts.crop.drawImage(picture, 0, 0);
  picture.close();
  const percent = (part: number, whole: number) => `${(100 * part) / whole}%`;
  Object.assign(box.style, {
    left: percent(x, photo.naturalWidth),
    top: percent(y, photo.naturalHeight),
    width: percent(x2 - x, photo.naturalWidth),
    height: percent(y2 - y, photo.naturalHeight),
  });
}

function contextOf(id: string): CanvasRenderingContext2D {
  const canvas = element(id, HTMLCanvasElement);
  [canvas.height, canvas.width] = CROP_SIZE;
  const context = canvas.getContext('2d');
  if (!context) throw new Error('This browser draws on no canvas');
  return context;
}

function element<T extends HTMLElement>(id: string, type: new () => T): T {
  const found = document.getElementById(id);
  if (found instanceof type) return found;
  throw new Error(`The page has no ${type.name} with the id ${id}`);
}
