import type { CropKernelName } from '@cropgrad/core/backend';
import { plainBackend, SOUND } from '../plain-backend.js';
import { type Call, inputOf, tampered, tamperedAll, valuesOf, withResult } from '../tampering.js';
import type { Mutant } from './mutant.js';

/** Mistakes that only numbers bring out which are not finite: where 0 times something is not 0. */
export const surroundingMutants: readonly Mutant[] = [
  {
    mistake: 'the image gradient multiplies every dy by a weight, if need be 0',
    make: () =>
      tampered({
        GridSampleGradImage: (sound, call) =>
          withResult(call, sound, (dImage) => {
            if (hasNonFinite(call, 'dy')) dImage.fill(Number.NaN);
          }),
      }),
    killers: ['edge/non-finite-dy/gridSample/2-D', 'edge/non-finite-dy/gridSample/3-D'],
  },
  {
    mistake: 'the image gradient lists taps of weight 0',
    make: () => plainBackend({ ...SOUND, isTap: () => true }),
    killers: ['edge/weightless-dy/gridSample/2-D', 'edge/weightless-dy/crop/3-D'],
  },
  {
    mistake: 'a dy that is not finite reaches the next point of the grid',
    make: () =>
      tampered({ GridSampleGradGrid: (sound, call) => withResult(call, sound, (d) => spillFromNext(call, d)) }),
    killers: ['edge/non-finite-dy/gridSample/2-D', 'edge/among-nan-images/gridSample/2-D'],
  },
  {
    mistake: 'of two channels the third lane is not masked',
    make: () =>
      tampered({
        GridSampleGradGrid: (sound, call) =>
          withResult(call, sound, (d) => {
            if (inputOf(call, 'dy').shape.at(-1) === 2) spillFromNext(call, d);
          }),
      }),
    killers: ['edge/among-nan-images/gridSample/2-D', 'edge/among-nan-images/gridSample/3-D'],
  },
  {
    mistake: 'the pixel behind the last of an image is read, times 0',
    make: () =>
      tamperedAll(['GridSample', 'AffineSample'], (sound, call) =>
        withResult(call, sound, (crops) => {
          const image = valuesOf(call.backend, inputOf(call, 'image'));
          const index = call.attrs.imageIndex ?? [];
          const perImage = image.length / inputOf(call, 'image').shape[0];
          crops.forEach((_, i) => {
            const behind = (index[Math.floor((i * index.length) / crops.length)] + 1) * perImage;
            if (behind < image.length) crops[i] += 0 * image[behind];
          });
        }),
      ),
    killers: ['edge/among-nan-images/gridSample/2-D', 'edge/among-nan-images/affineSample/3-D'],
  },
  {
    mistake: 'the next channel is read, times 0',
    make: () =>
      tampered({
        AffineSample: (sound, call) =>
          withResult(call, sound, (crops, { shape }) => {
            const channels = shape[shape.length - 1];
            if (call.attrs.dataFormat === 'NCHW') return;
            for (let i = 0; i + 1 < crops.length; i++) if ((i + 1) % channels !== 0) crops[i] += 0 * crops[i + 1];
          }),
      }),
    killers: ['edge/among-nan-channels/affineSample/2-D'],
  },
  {
    mistake: 'an infinite fill is multiplied by slopes of 0',
    make: () => spoiledByFill('GridSampleGradGrid'),
    killers: ['edge/infinite-fill/gridSample/2-D', 'law/inside-is-inside/gridSample/2-D'],
  },
  {
    mistake: 'an infinite fill makes a gradient of theta NaN',
    make: () => spoiledByFill('AffineSampleGradTheta'),
    killers: ['law/inside-is-inside/crop/2-D', 'law/inside-is-inside/crop/3-D'],
  },
  {
    mistake: 'an infinite fill reaches the gradient of the image',
    make: () => spoiledByFill('AffineSampleGradImage'),
    killers: ['edge/infinite-fill/affineSample/2-D', 'law/inside-is-inside/crop/2-D'],
  },
  {
    mistake: 'a step of rounding beyond the last pixel reads a fill that is not finite',
    make: () => plainBackend({ ...SOUND, grazing: () => 0 }),
    killers: ['law/inside-is-inside/crop/2-D'],
  },
  {
    mistake: 'on the last pixel the slope reads a fill that is not finite',
    make: () => plainBackend({ ...SOUND, grazing: () => -1 }),
    killers: ['law/inside-is-inside/gridSample/2-D', 'law/inside-is-inside/gridSample/3-D'],
  },
];

function hasNonFinite(call: Call, input: keyof Call['inputs']): boolean {
  return valuesOf(call.backend, inputOf(call, input)).some((value) => !Number.isFinite(value));
}

/** Adds 0 times the number behind each point's own in dy, as a vector does whose lanes are too many. */
function spillFromNext(call: Call, dgrid: Float32Array): void {
  if (call.attrs.dataFormat === 'NCHW') return;
  const dy = valuesOf(call.backend, inputOf(call, 'dy'));
  const dimensions = inputOf(call, 'grid').shape.at(-1) ?? 2;
  const perPoint = (dy.length * dimensions) / dgrid.length;
  dgrid.forEach((_, i) => {
    const behind = (Math.floor(i / dimensions) + 1) * perPoint;
    if (behind < dy.length) dgrid[i] += 0 * dy[behind];
  });
}

function spoiledByFill(name: CropKernelName): ReturnType<Mutant['make']> {
  return tamperedAll([name], (sound, call) =>
    withResult(call, sound, (values) => {
      if (!Number.isFinite(call.attrs.fillValue)) values.fill(Number.NaN);
    }),
  );
}
