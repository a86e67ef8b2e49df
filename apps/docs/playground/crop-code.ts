import type { BackendName } from './backends.js';
import { type PhotoBox, type PixelSize, radians } from './box.js';
import type { Sampling } from './worker/crop-boxes.js';

/** Lines that make a backend the one that runs. */
interface BackendCode {
  imports: string[];
  start: string[];
}

const BACKEND_CODE: Record<BackendName, BackendCode> = {
  cpu: { imports: ["import '@cropgrad/backend-cpu';"], start: ["await tf.setBackend('cpu');"] },
  wasm: {
    imports: ["import '@cropgrad/backend-wasm';", "import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';"],
    start: ["setWasmPaths('/'); // in a browser: where tfjs's .wasm files are", "await tf.setBackend('wasm');"],
  },
  'gpujs-webgl2': gpujsCode('webgl2'),
  'gpujs-webgl': gpujsCode('webgl'),
  'gpujs-webasm': gpujsCode('webasm'),
};

/** The program that takes the crop in view out of a photo of that size; only options that differ from the defaults. */
export function cropCode(box: PhotoBox, photo: PixelSize, sampling: Sampling, backend: BackendName): string {
  const { imports, start } = BACKEND_CODE[backend];
  const { size, ...options } = sampling;
  const isUpright = box.angle === 0 && !options.alignCorners;
  const lines = isUpright ? uprightCrop(box, photo) : rotatedCrop(box, photo, options.alignCorners);
  const given = [`[${size.height}, ${size.width}]`, ...optionsText(options)].join(', ');
  return [
    ...imports,
    `import { ${lines.functions} } from '@cropgrad/core';`,
    "import * as tf from '@tensorflow/tfjs-core';",
    '',
    ...start,
    ...lines.box,
    `// photo: a tf.Tensor4D [1,${photo.height},${photo.width},3]`,
    `const cropped = ${lines.call}, ${given});`,
    '',
  ].join('\n');
}

function uprightCrop({ cx, cy, w, h }: PhotoBox, { width, height }: PixelSize) {
  const corners = [cx - w / 2, cy - h / 2, cx + w / 2, cy + h / 2].map(decimal).join(', ');
  return {
    functions: 'boxesFromPixels, crop',
    box: [
      '// (x, y, x2, y2) in pixels; [H,W]',
      `const boxes = boxesFromPixels([[${corners}]], [${height}, ${width}]);`,
    ],
    call: 'crop(photo, boxes',
  };
}

function rotatedCrop({ cx, cy, w, h, angle }: PhotoBox, { width, height }: PixelSize, alignCorners: boolean) {
  // With alignCorners -1 and 1 are the centres of the first and the last pixel, half a pixel inside.
  const inset = alignCorners ? 0.5 : 0;
  const unitX = 2 / Math.max(1, width - 2 * inset);
  const unitY = 2 / Math.max(1, height - 2 * inset);
  const centre = [(cx - inset) * unitX - 1, (cy - inset) * unitY - 1];
  const numbers = [...centre, w * unitX, h * unitY, radians(angle)].map(decimal).join(', ');
  const options = alignCorners ? ', { alignCorners: true }' : '';
  return {
    functions: 'affineSample, rotatedBoxToTheta',
    box: [
      '// (cx, cy, w, h) from -1 to 1, and the angle; [H,W]',
      `const theta = rotatedBoxToTheta([[${numbers}]], [${height}, ${width}]${options});`,
    ],
    call: 'affineSample(photo, theta',
  };
}

function optionsText({ mode, paddingMode, alignCorners }: Omit<Sampling, 'size'>): string[] {
  const options = [
    ...(mode === 'bilinear' ? [] : [`mode: '${mode}'`]),
    ...(paddingMode === 'zeros' ? [] : [`paddingMode: '${paddingMode}'`]),
    ...(alignCorners ? ['alignCorners: true'] : []),
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

/** To a millionth, which is far below what a crop shows. */
function decimal(value: number): string {
  return String(Number(value.toFixed(6)));
}
