import { type Case, type NdArray, type Quantity, shapeOf } from './case.js';
import { placeOf } from './describe-case.js';
import { evaluate } from './evaluate.js';
import { oracle } from './oracle/index.js';
import { type Accepted, formatAccepted } from './tolerance/interval.js';

/** Inputs with more numbers than this are not probed. */
const MOST_PROBES = 512;

/** One element that is not as it must be. */
export interface Deviation {
  readonly case: Case;
  readonly quantity: Quantity;
  readonly element: number;
  readonly accepted: Accepted;
  readonly got: number;
}

/**
 * Says what is wrong with an element: what was expected and found, and which inputs it is made of, and which it should
 * be made of. Every quantity is linear in one input, so that probing with one number 1 at a time reveals the taps.
 */
export async function explain(deviation: Deviation): Promise<string> {
  const { case: c, quantity, element, accepted, got } = deviation;
  const place = `${quantity}${placeOf(element, shapeOf(c, quantity))}`;
  const headline = `${place}: expected ${formatAccepted(accepted)}, got ${got}`;
  const probes = probesOf(c, quantity);
  if (probes.length > MOST_PROBES) return `${headline}\n(the case is too large to probe for its taps)`;
  const expected: string[] = [];
  const found: string[] = [];
  for (const { name, probe } of probes) {
    const truth = oracle(probe, quantity)[element];
    const answer = (await evaluate(probe, quantity))[element];
    if (truth !== 0) expected.push(`${name} × ${short(truth)}`);
    if (answer !== 0) found.push(`${name} × ${short(answer)}`);
  }
  return `${headline}\ntaps expected: ${listed(expected)}\ntaps found:    ${listed(found)}`;
}

interface Probe {
  readonly name: string;
  readonly probe: Case;
}

/** The case with one number of the input that the quantity is linear in set to 1, and the others to 0; one by one. */
function probesOf(c: Case, quantity: Quantity): Probe[] {
  if (c.op === 'affineGrid') {
    if (quantity !== 'output')
      return oneHots(c.dy).map(({ place, hot }) => ({ name: `dy${place}`, probe: { ...c, dy: hot } }));
    return oneHots(c.theta).map(({ place, hot }) => ({ name: `theta${place}`, probe: { ...c, theta: hot } }));
  }
  const unfilled = { ...c, options: { ...c.options, fillValue: 0 } };
  if (quantity === 'dImage') {
    return oneHots(c.dy).map(({ place, hot }) => ({ name: `dy${place}`, probe: { ...unfilled, dy: hot } }));
  }
  const pixels = oneHots(c.image).map(({ place, hot }) => ({
    name: `image${place}`,
    probe: { ...unfilled, image: hot },
  }));
  const black = { shape: c.image.shape, data: new Float32Array(c.image.data.length) };
  const fill = { name: 'fillValue', probe: { ...c, image: black, options: { ...c.options, fillValue: 1 } } };
  return [...pixels, fill];
}

function oneHots({ shape, data }: NdArray): { place: string; hot: NdArray }[] {
  if (data.length > MOST_PROBES)
    return Array.from({ length: data.length }, () => ({ place: '', hot: { shape, data } }));
  return Array.from({ length: data.length }, (_, i) => {
    const hot = new Float32Array(data.length);
    hot[i] = 1;
    return { place: placeOf(i, shape), hot: { shape, data: hot } };
  });
}

function listed(taps: readonly string[]): string {
  return taps.length === 0 ? 'none' : taps.join(' + ');
}

function short(x: number): string {
  return String(Number(x.toPrecision(7)));
}
