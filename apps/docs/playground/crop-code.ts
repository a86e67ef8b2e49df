import type { BackendName } from './backends.js';
import { type PhotoBox, type PixelSize, radians } from './box.js';
import type { Sampling } from './worker/crop-boxes.js';

/** Lines that make a backend the one that runs. */
interface BackendCode {
  imports: string[];
  start: string[];
}

/** A line of code is no longer than this, if it can be broken. */
const MAX_LINE = 80;

const BACKEND_CODE: Record<BackendName, BackendCode> = {
  cpu: { imports: ["import '@cropgrad/backend-cpu';"], start: ["await tf.setBackend('cpu');"] },
  wasm: {
    imports: ["import '@cropgrad/backend-wasm';", "import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';"],
    start: ["setWasmPaths('/'); // in a browser: where tfjs's .wasm files are", "await tf.setBackend('wasm');"],
  },
  webgl: { imports: ["import '@cropgrad/backend-webgl';"], start: ["await tf.setBackend('webgl');"] },
  webgpu: { imports: ["import '@cropgrad/backend-webgpu';"], start: ["await tf.setBackend('webgpu');"] },
  'gpujs-webgl2': gpujsCode('webgl2'),
  'gpujs-webgl': gpujsCode('webgl'),
  'gpujs-webasm': gpujsCode('webasm'),
};

/** The program that takes the crop in view out of a photo of that size; only options that differ from the defaults. */
export function cropCode(
  box: PhotoBox,
  photo: PixelSize,
  sampling: Sampling,
  backend: BackendName,
  hasAlpha: boolean,
): string {
  const { imports, start } = BACKEND_CODE[backend];
  const { convert, take, about } = cropCall(box, photo, sampling);
  const channels = hasAlpha ? '4], colours multiplied by alpha' : '3]';
  const [place, cropped] = cropLines(box, photo, sampling);
  return [
    ...imports,
    `import { ${[take, convert].toSorted().join(', ')} } from '@cropgrad/core';`,
    "import * as tf from '@tensorflow/tfjs';",
    '',
    ...start,
    ...about,
    place,
    `// photo: a tf.Tensor4D [1,${photo.height},${photo.width},${channels}`,
    cropped,
    '',
  ].join('\n');
}

/** The two statements that take the crop: one makes the place that it is taken at, the other takes it. */
export function cropLines(box: PhotoBox, photo: PixelSize, sampling: Sampling): [place: string, cropped: string] {
  const { convert, take, place } = cropCall(box, photo, sampling);
  const { size, ...options } = sampling;
  return [
    assigned(place.name, convert, place.given),
    assigned('cropped', take, ['photo', place.name, `[${size.height}, ${size.width}]`, ...optionsText(options)]),
  ];
}

/** What takes a crop, and what makes the place that it takes it at. */
interface CropCall {
  convert: string;
  take: string;
  /** What the numbers of the place are. */
  about: string[];
  place: { name: string; given: string[] };
}

function cropCall(box: PhotoBox, photo: PixelSize, { alignCorners }: Sampling): CropCall {
  return box.angle === 0 && !alignCorners ? uprightCrop(box, photo) : rotatedCrop(box, photo, alignCorners);
}

/** `const name = call(…);`, each argument on a line of its own where one line would be too long for a narrow page. */
function assigned(name: string, call: string, given: readonly string[]): string {
  const line = `const ${name} = ${call}(${given.join(', ')});`;
  if (line.length <= MAX_LINE) return line;
  return `const ${name} = ${call}(\n${given.map((each) => `  ${each},\n`).join('')});`;
}

function uprightCrop({ cx, cy, w, h }: PhotoBox, { width, height }: PixelSize): CropCall {
  const sides = [cx - w / 2, cy - h / 2, cx + w / 2, cy + h / 2];
  const corners = sides.map((side) => rounded(side, 2)).join(', ');
  return {
    convert: 'boxesFromPixels',
    take: 'crop',
    about: ['// (x, y, x2, y2) in pixels; [H,W]'],
    place: { name: 'boxes', given: [`[[${corners}]]`, `[${height}, ${width}]`] },
  };
}

function rotatedCrop({ cx, cy, w, h, angle }: PhotoBox, { width, height }: PixelSize, alignCorners: boolean): CropCall {
  // With alignCorners -1 and 1 are the centres of the first and the last pixel, half a pixel inside.
  const inset = alignCorners ? 0.5 : 0;
  const unitX = 2 / Math.max(1, width - 2 * inset);
  const unitY = 2 / Math.max(1, height - 2 * inset);
  const centre = [(cx - inset) * unitX - 1, (cy - inset) * unitY - 1];
  const numbers = [...centre, w * unitX, h * unitY, radians(angle)].map((each) => rounded(each, 4)).join(', ');
  const options = alignCorners ? ['{ alignCorners: true }'] : [];
  return {
    convert: 'rotatedBoxToTheta',
    take: 'affineSample',
    about: [
      '// (cx, cy, w, h, angle): the photo is',
      '// from -1 to 1, so w = 2 is all of it;',
      '// the angle is in radians. Then [H,W]',
    ],
    place: { name: 'theta', given: [`[[${numbers}]]`, `[${height}, ${width}]`, ...options] },
  };
}

function optionsText({ mode, paddingMode, outside, alignCorners, antialias }: Omit<Sampling, 'size'>): string[] {
  const options = [
    ...(mode === 'bilinear' ? [] : [`mode: '${mode}'`]),
    ...(paddingMode === 'zeros' ? [] : [`paddingMode: '${paddingMode}'`]),
    ...(outside === 'pad' ? [] : [`outside: '${outside}'`]),
    ...(alignCorners ? ['alignCorners: true'] : []),
    ...(antialias ? ['antialias: true'] : []),
  ];
  return options.length > 0 ? [`{ ${options.join(', ')} }`] : [];
}

function gpujsCode(mode: 'webgl2' | 'webgl' | 'webasm'): BackendCode {
  return {
    imports: ["import { registerGpuJsBackend } from '@cropgrad/backend-gpujs';"],
    start: [
      `registerGpuJsBackend({ name: 'gpujs-${mode}', mode: '${mode}' });`,
      `await tf.setBackend('gpujs-${mode}');`,
    ],
  };
}

/**
 * A number as text, to so many decimals: to a hundredth in pixels; to a ten-thousandth where the photo is from -1 to 1, a
 * twentieth of a pixel in a photo of 1000. A crop does not show less.
 */
function rounded(value: number, decimals: number): string {
  return String(Number(value.toFixed(decimals)));
}
