import { type GlProgram, glProgram, useProgram } from '../../device/gl-program.js';
import { COVER_VERTEX } from '../../device/gl-source.js';
import { ints, type Numbers, together } from '../../device/numbers.js';
import { drawInto, floatTarget, type Target, withOwnDraws } from '../../device/target.js';
import type { BlendPlan } from './plan.js';
import { CARRY_FRAGMENT, NUMBER_FRAGMENT } from './source.js';

type Textures = Readonly<Record<string, WebGLTexture>>;

/** What is drawn: a vertex for each tap, of {@link tapVertex}. */
export interface Taps {
  readonly program: GlProgram;
  /** What the vertices read. */
  readonly textures: Textures;
  readonly numbers: Numbers;
}

/** Sums up the terms of all taps, band by band, and writes the sums into the texture of the result. */
export function sumOnTexture(gl: WebGL2RenderingContext, taps: Taps, plan: BlendPlan, result: Target): void {
  const { elements, bandLength, columns, most } = plan;
  const rows = Math.ceil(bandLength / columns);
  const made: Target[] = [];
  const target = (count: number): Target => {
    const one = floatTarget(gl, count, rows, columns);
    made.push(one);
    return one;
  };
  // What is carried stays below a term.
  const perRound = most - 2;
  const hasCarries = plan.taps > perRound;
  try {
    withOwnDraws(gl, () => {
      const extents = target(1);
      let sums = target(2);
      let spare = hasCarries ? target(2) : sums;
      const readExtents = { extents: extents.textures[0] };
      const readSums = (): Textures => ({ ...readExtents, highSums: sums.textures[0], lowSums: sums.textures[1] });
      const write = glProgram(gl, COVER_VERTEX, NUMBER_FRAGMENT);
      for (let bandStart = 0; bandStart < elements; bandStart += bandLength) {
        const length = Math.min(bandLength, elements - bandStart);
        const numbers = together(taps.numbers, ints({ bandStart, bandLength: length, columns, rows, most }));

        clear(gl, extents);
        // A texture that is drawn into must not be bound to be read.
        const withoutExtents = { ...taps.textures, extents: taps.textures.dy };
        useProgram(gl, taps.program, withoutExtents, together(numbers, ints({ drawsExtent: 1 })));
        blend(gl, gl.MAX, () => drawTaps(gl, taps, plan, 0, plan.taps));

        clear(gl, sums);
        for (let first = 0; first < plan.taps; first += perRound) {
          drawInto(gl, sums);
          useProgram(
            gl,
            taps.program,
            { ...taps.textures, ...readExtents },
            together(numbers, ints({ drawsExtent: 0 })),
          );
          blend(gl, gl.FUNC_ADD, () => drawTaps(gl, taps, plan, first, Math.min(first + perRound, plan.taps)));
          if (!hasCarries) continue;
          cover(gl, glProgram(gl, COVER_VERTEX, CARRY_FRAGMENT), spare, readSums(), numbers);
          [sums, spare] = [spare, sums];
        }
        cover(gl, write, result, readSums(), together(numbers, ints({ resultColumns: result.shape[1] })));
      }
    });
  } finally {
    for (const { textures } of made) for (const texture of textures) gl.deleteTexture(texture);
  }
}

/** Draws taps with the current program, in draws of bounded size. */
function drawTaps(gl: WebGL2RenderingContext, taps: Taps, plan: BlendPlan, from: number, to: number): void {
  const startTap = gl.getUniformLocation(taps.program.program, 'startTap');
  for (let first = from; first < to; first += plan.tapsPerDraw) {
    gl.uniform1i(startTap, first);
    gl.drawArrays(gl.POINTS, 0, Math.min(plan.tapsPerDraw, to - first) * taps.numbers.ints.channels);
  }
}

/** Draws with an equation for the colours, while alpha is added up. */
function blend(gl: WebGL2RenderingContext, equation: number, draw: () => void): void {
  gl.enable(gl.BLEND);
  gl.blendFunc(gl.ONE, gl.ONE);
  gl.blendEquationSeparate(equation, gl.FUNC_ADD);
  draw();
  gl.blendEquation(gl.FUNC_ADD);
  gl.blendFunc(gl.ONE, gl.ZERO);
  gl.disable(gl.BLEND);
}

function clear(gl: WebGL2RenderingContext, target: Target): void {
  drawInto(gl, target);
  for (const unit of target.textures.keys()) gl.clearBufferfv(gl.COLOR, unit, [0, 0, 0, 0]);
}

/** Draws every texel of a target. */
function cover(
  gl: WebGL2RenderingContext,
  program: GlProgram,
  target: Target,
  textures: Textures,
  numbers: Numbers,
): void {
  drawInto(gl, target);
  useProgram(gl, program, textures, numbers);
  gl.drawArrays(gl.TRIANGLES, 0, 3);
}
