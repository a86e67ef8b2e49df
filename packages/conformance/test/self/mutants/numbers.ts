import type { CropKernelName } from '@cropgrad/core/backend';
import { inputOf, tampered, tamperedAll, valuesOf, withInput, withResult } from '../tampering.js';
import type { Mutant } from './mutant.js';
import { roundToFloat16 } from './round-to-float16.js';

const FORWARD: readonly CropKernelName[] = ['GridSample', 'AffineSample'];

/** Mistakes in numbers that are large, small, or very many. */
export const numberMutants: readonly Mutant[] = [
  {
    mistake: 'bilinear weights do not quite add up to 1',
    make: () =>
      tamperedAll(FORWARD, (sound, call) =>
        withResult(call, sound, (crops) => {
          if (call.attrs.mode === 'bilinear') crops.set(crops.map((value) => value * (1 + 2 ** -23)));
        }),
      ),
    killers: [
      'law/constants/gridSample/2-D',
      'law/bounds/gridSample/bilinear/2-D',
      'law/bounds/affineSample/bilinear/3-D',
      'law/bounds/crop/bilinear/2-D',
    ],
  },
  {
    mistake: 'bicubic weights are rounded to float32 before they are summed',
    make: () =>
      tamperedAll(FORWARD, (sound, call) =>
        withResult(call, sound, (crops) => {
          if (call.attrs.mode === 'bicubic') crops.set(crops.map((value) => value * (1 + 2 ** -20)));
        }),
      ),
    killers: ['law/constants/affineSample/2-D', 'law/constants/gridSample/3-D'],
  },
  {
    mistake: 'the gradient of a pixel is a running sum in float32',
    make: () => tampered({ AffineSampleGradImage: (sound, call) => runningSum(call) ?? sound(call) }),
    killers: ['law/long-sums/crop/2-D', 'law/long-sums/affineSample/2-D'],
  },
  {
    mistake: 'an int32 image is packed into 16 bits',
    make: () => editedIntegers((value) => (value << 16) >> 16),
    killers: ['edge/whole-numbers/gridSample/2-D', 'edge/whole-numbers/crop/3-D'],
  },
  {
    mistake: 'int32 pixels stop at 2^24',
    make: () => editedIntegers((value) => Math.max(-(2 ** 24), Math.min(2 ** 24, value))),
    killers: ['edge/whole-numbers/gridSample/2-D', 'edge/whole-numbers/affineSample/3-D'],
  },
  {
    mistake: 'slopes are those of int32 pixels in float16',
    make: () => tampered({ GridSampleGradGrid: (sound, call) => withInput(call, 'image', sound, roundToFloat16) }),
    killers: ['edge/whole-number-slopes/gridSample/2-D'],
  },
  {
    mistake: 'the fill is kept in float16',
    make: () =>
      tamperedAll(FORWARD, (sound, call) => {
        const fill = Float32Array.of(Math.max(-65504, Math.min(65504, call.attrs.fillValue ?? 0)));
        if (Number.isFinite(fill[0])) roundToFloat16(fill);
        return sound({ ...call, attrs: { ...call.attrs, fillValue: fill[0] } });
      }),
    killers: ['edge/fills/gridSample/2-D', 'edge/fills/affineSample/3-D'],
  },
  {
    mistake: 'denormals become 0, though that is not declared',
    make: () =>
      tamperedAll([...FORWARD, 'GridSampleGradImage'], (sound, call) =>
        withResult(call, sound, (values) => {
          values.forEach((value, i) => {
            if (Math.abs(value) < 2 ** -126) values[i] = 0;
          });
        }),
      ),
    killers: ['edge/denormals/gridSample/2-D', 'edge/denormals/affineSample/3-D'],
  },
];

function editedIntegers(edit: (value: number) => number): ReturnType<Mutant['make']> {
  return tamperedAll(FORWARD, (sound, call) =>
    inputOf(call, 'image').dtype === 'int32'
      ? withInput(call, 'image', sound, (values) => values.set(values.map(edit)))
      : sound(call),
  );
}

/** The gradient of a 2 x 2 image of one channel, term by term in float32; of others none. */
function runningSum(call: Parameters<typeof inputOf>[0]) {
  const { backend, attrs } = call;
  if (String(attrs.imageShape) !== '1,2,2,1' || attrs.mode !== 'bilinear' || attrs.alignCorners) return undefined;
  const dy = valuesOf(backend, inputOf(call, 'dy'));
  const theta = valuesOf(backend, inputOf(call, 'theta'));
  const [h, w] = attrs.size ?? [];
  const sums = new Float32Array(4);
  for (let i = 0; i < dy.length; i++) {
    const [u, v] = [(2 * (i % w) + 1) / w - 1, (2 * (Math.floor(i / w) % h) + 1) / h - 1];
    const row = Math.floor(i / (w * h)) * 6;
    const tx = theta[row] * u + theta[row + 1] * v + theta[row + 2] + 1 / 2;
    const ty = theta[row + 3] * u + theta[row + 4] * v + theta[row + 5] + 1 / 2;
    sums[0] += (1 - tx) * (1 - ty) * dy[i];
    sums[1] += tx * (1 - ty) * dy[i];
    sums[2] += (1 - tx) * ty * dy[i];
    sums[3] += tx * ty * dy[i];
  }
  return backend.makeTensorInfo([1, 2, 2, 1], 'float32', sums);
}
