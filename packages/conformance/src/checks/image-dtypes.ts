import { cast, grad, type Tensor, tidy } from '@tensorflow/tfjs-core';
import { anyCell } from '../arbitraries/any-cell.js';
import { sampleCase } from '../arbitraries/cases.js';
import { coordinateGradient, coordinatesOf, type SampleCase } from '../case.js';
import { type Check, type CheckContext, CheckFailure, declares } from '../check.js';
import { callCore, evaluate, toTensor } from '../evaluate.js';
import { forAllCases } from '../property.js';
import { requireClose, spread } from '../relate.js';
import { MODE_TRAITS } from '../tolerance/mode-traits.js';
import { SAMPLERS } from './calls.js';

/** Images of integers and of booleans are read as the numbers they are, and nearest gives back what it reads. */
export const imageDtypeChecks: readonly Check[] = (['int32', 'bool'] as const).flatMap((dtype) =>
  SAMPLERS.filter(({ op }) => op !== 'crop').map((covers): Check => {
    const { op, dimensions } = covers;
    return {
      id: `edge/${dtype}-image/${op}/${dimensions}-D`,
      title: `a ${dtype} image is read as float32, by nearest as ${dtype}, and gets no gradient`,
      kind: 'edge',
      covers,
      applies: (backend) => declares(backend, covers),
      run: (context) => {
        const cases = anyCell(context.backend, covers).chain((cell) => sampleCase(cell));
        return forAllCases(context, cases, (c) => holds(context, c, dtype));
      },
    };
  }),
);

async function holds(context: CheckContext, drawn: SampleCase, dtype: 'int32' | 'bool'): Promise<void> {
  // Whole numbers, and for bool 0 and 1; laid out NHWC, which all backends see first.
  const data = Array.from(drawn.image.data, (x) => (dtype === 'bool' ? Number(x > 0) : Math.round(100 * x)));
  const { dataFormat: _, ...rest } = drawn.options;
  const fillValue = dtype === 'bool' ? Number((rest.fillValue ?? 0) > 0) : Math.round(rest.fillValue ?? 0);
  const c: SampleCase = { ...drawn, image: { shape: drawn.image.shape, data }, options: { ...rest, fillValue } };

  const gradient = coordinateGradient(c.op);
  const made = tidy(() => {
    const image = cast(toTensor(c.image), dtype);
    const coordinates = toTensor(coordinatesOf(c));
    const slope = grad((x) => callCore(c, image, x))(coordinates, toTensor(c.dy));
    const dImage = grad((x: Tensor) => callCore(c, x, coordinates))(image, toTensor(c.dy));
    return { output: callCore(c, image, coordinates), slope, dImage };
  });
  const [output, slope, dImage] = [await made.output.data(), await made.slope.data(), await made.dImage.data()];
  const outputDtype = made.output.dtype;
  for (const tensor of Object.values(made)) tensor.dispose();

  const expected = MODE_TRAITS[c.options.mode].picksOnePixel ? dtype : 'float32';
  if (outputDtype !== expected) throw new CheckFailure(`output: expected dtype ${expected}, got ${outputDtype}`);
  if (!dImage.every((value) => value === 0)) throw new CheckFailure(`dImage: expected zeros, got ${dImage}`);
  const law = 'the same of the image as float32';
  for (const [quantity, got] of [
    ['output', output],
    [gradient, slope],
  ] as const) {
    const slack = spread(context, c, quantity);
    requireClose(c, quantity, got, await evaluate(c, quantity), (element) => slack[element], law);
  }
}
