import {
  abs,
  add,
  concat,
  div,
  matMul,
  max,
  mul,
  neg,
  reshape,
  slice,
  split,
  sub,
  type Tensor,
  type Tensor3D,
  tensor3d,
  tidy,
  zeros,
} from '@tensorflow/tfjs-core';
import { CropError } from '../errors.js';
import type { OrUnranked, ThetaInput } from '../inputs/argument-types.js';
import { readTheta } from '../inputs/read-theta.js';
import { differentiable } from './differentiable.js';

/**
 * The affine map that crops `a` first and then `b` inside that crop: [Aa·Ab | Aa·tb + ta].
 *
 * Both are [N,2,3] or both [N,3,4]; so is the result. Differentiable in both.
 * Throws `INVALID_INPUT`, `INVALID_RANK`, `INVALID_DTYPE` or `INVALID_SHAPE`.
 */
export function composeTheta<A, B>(a: OrUnranked<ThetaInput, A>, b: OrUnranked<ThetaInput, B>): Tensor3D;
export function composeTheta(a: ThetaInput, b: ThetaInput): Tensor3D {
  return tidy(() => {
    const $a = readTheta('composeTheta', 'a', a);
    const $b = readTheta('composeTheta', 'b', b);
    if ($a.shape.join() !== $b.shape.join()) {
      throw new CropError('INVALID_SHAPE', {
        what: 'composeTheta: a and b',
        got: `shapes [${$a.shape}] and [${$b.shape}]`,
        expected: 'two thetas of the same shape',
        next: 'Repeat the single one with tf.tile, so that there is one of each per crop',
      });
    }
    return differentiable<Tensor3D>(
      [$a, $b],
      (x, y) => matMul(x, homogeneous(y)),
      (dy, x, y) => [matMul(dy, homogeneous(y), false, true), matMul(linearPart(x), dy, true)],
    );
  });
}

/**
 * The affine map that undoes theta: [A⁻¹ | -A⁻¹·t], so that composing the two gives the identity.
 *
 * Takes and gives [N,2,3] or [N,3,4]. A singular theta (a box of no area) has no inverse: its entries come out
 * infinite or NaN, and sampling with them gives `fillValue` everywhere. Differentiable.
 * Throws `INVALID_INPUT`, `INVALID_RANK`, `INVALID_DTYPE` or `INVALID_SHAPE`.
 */
export function invertTheta<T>(theta: OrUnranked<ThetaInput, T>): Tensor3D;
export function invertTheta(theta: ThetaInput): Tensor3D {
  return tidy(() =>
    differentiable<Tensor3D>([readTheta('invertTheta', 'theta', theta)], inverse, (dy, x) => {
      // d(M⁻¹) = -M⁻¹·dM·M⁻¹ in homogeneous form, whose last row is constant.
      const inverted = inverse(x);
      const left = matMul(linearPart(inverted), dy, true);
      return [neg(matMul(left, homogeneous(inverted), false, true))];
    }),
  );
}

/** Theta with the row (0, …, 0, 1) below it. */
function homogeneous(theta: Tensor): Tensor3D {
  const [n, , columns] = theta.shape;
  const rows = new Float32Array(n * columns);
  for (let i = columns - 1; i < rows.length; i += columns) rows[i] = 1;
  return concat<Tensor3D>([theta as Tensor3D, tensor3d(rows, [n, 1, columns])], 1);
}

function linearPart(theta: Tensor): Tensor3D {
  const [n, rows] = theta.shape;
  return slice(theta as Tensor3D, 0, [n, rows, rows]);
}

function inverse(theta: Tensor): Tensor3D {
  const [n, rows, columns] = theta.shape;
  if (n === 0) return zeros([0, rows, columns]);
  // Rows and then columns are scaled to a largest entry of 1, so that no product of them leaves float32's range.
  const linear = linearPart(theta);
  const rowScale = max(abs(linear), 2, true);
  const scaledRows = div(linear, rowScale);
  const columnScale = max(abs(scaledRows), 1, true);
  const entries = split(reshape(div(scaledRows, columnScale), [n, rows * rows]), rows * rows, 1);
  const matrix = Array.from({ length: rows }, (_, i) => entries.slice(i * rows, (i + 1) * rows));
  const adjugate = rows === 2 ? adjugate2(matrix) : adjugate3(matrix);
  const determinant = dot(
    matrix[0],
    adjugate.map((row) => row[0]),
  );
  const scaledInverse = reshape(
    concat(
      adjugate.flatMap((row) => row.map((entry) => div(entry, determinant))),
      1,
    ),
    [n, rows, rows],
  );
  // The inverse's rows go with the columns, and its columns with the rows.
  const scale = mul(reshape(columnScale, [n, rows, 1]), reshape(rowScale, [n, 1, rows]));
  const inverted = div<Tensor3D>(scaledInverse, scale);
  const translation = slice(theta as Tensor3D, [0, 0, columns - 1]);
  return concat<Tensor3D>([inverted, neg(matMul<Tensor3D>(inverted, translation))], 2);
}

function adjugate2([[a, b], [c, d]]: Tensor[][]): Tensor[][] {
  return [
    [d, neg(b)],
    [neg(c), a],
  ];
}

/** The columns of the adjugate are the cross products of the rows. */
function adjugate3([r0, r1, r2]: Tensor[][]): Tensor[][] {
  const columns = [cross(r1, r2), cross(r2, r0), cross(r0, r1)];
  return [0, 1, 2].map((i) => columns.map((column) => column[i]));
}

function cross(u: Tensor[], v: Tensor[]): Tensor[] {
  return [0, 1, 2].map((i) => {
    const j = (i + 1) % 3;
    const k = (i + 2) % 3;
    return sub(mul(u[j], v[k]), mul(u[k], v[j]));
  });
}

function dot(u: Tensor[], v: Tensor[]): Tensor {
  return u.map((entry, i) => mul(entry, v[i])).reduce((sum, term) => add(sum, term));
}
