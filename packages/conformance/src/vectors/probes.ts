import { placeOf } from '../describe-case.js';
import { oracle } from '../oracle/index.js';
import type { Answer } from './answers.js';
import { mapped } from './linear-map.js';
import { toNumber, type Vector, type VectorFunction } from './vector.js';
import { vectorCall } from './vector-call.js';

/** Images with more numbers than this are not probed. */
const MOST_PROBES = 512;

/** How far the taps of a linear sampler may be from adding up. */
const ROUNDING = 1e-5;

/** As many taps are printed. */
const PRINTED = 16;

/**
 * Vectors that show which pixels a sampler reads for a vector. In each of them one pixel is 1 and all others are 0; in the last one all
 * are 1. There are none for a vector without an image, or with a large one. Answer them with the same runner, and give the answers to
 * {@link describeTaps}.
 */
export function probesOf(vector: Vector): Vector[] {
  const { image } = vector.inputs;
  if (!image || image.data.length > MOST_PROBES) return [];
  const withImage = (name: string, data: readonly number[]): Vector => ({
    ...vector,
    id: `${vector.id}#${name}`,
    inputs: { ...vector.inputs, image: { shape: image.shape, data } },
  });
  const hot = image.data.map((_, pixel) =>
    withImage(
      `image${placeOf(pixel, image.shape)}`,
      image.data.map((_, i) => (i === pixel ? 1 : 0)),
    ),
  );
  return [
    ...hot,
    withImage(
      'ones',
      image.data.map(() => 1),
    ),
  ];
}

/** Two lines: the taps that one element of a vector's output should have, and those that it has in the sampler that answered its probes. */
export function describeTaps(
  name: VectorFunction,
  probes: readonly Vector[],
  answers: Readonly<Record<string, Answer>>,
  element: number,
): string {
  const expected: string[] = [];
  const found: string[] = [];
  let sum = 0;
  let ofOnes = 0;
  for (const probe of probes) {
    const pixel = probe.id.slice(probe.id.indexOf('#') + 1);
    const answer = answers[probe.id];
    const got = answer && 'output' in answer && answer.output ? toNumber(answer.output[element]) : Number.NaN;
    if (pixel === 'ones') {
      ofOnes = got;
      continue;
    }
    const { case: c, asked } = vectorCall(name, probe);
    const truth = asked.output ? mapped(asked.output.map, oracle(c, 'output'))[element] : Number.NaN;
    if (truth !== 0) expected.push(`${pixel} × ${short(truth)}`);
    if (got !== 0) found.push(`${pixel} × ${short(got)}`);
    sum += got;
  }
  const isLinear = Math.abs(sum - ofOnes) <= ROUNDING;
  const note = isLinear
    ? ''
    : ` (not linear: these add up to ${short(sum)}, and an image of ones gives ${short(ofOnes)})`;
  return `taps expected: ${listed(expected)}\ntaps found:    ${listed(found)}${note}`;
}

function listed(taps: readonly string[]): string {
  if (taps.length === 0) return 'none';
  const more = taps.length > PRINTED ? ` and ${taps.length - PRINTED} more` : '';
  return `${taps.slice(0, PRINTED).join(' + ')}${more}`;
}

function short(x: number): string {
  return String(Number(x.toPrecision(7)));
}
