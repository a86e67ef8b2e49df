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
  tidy,
  zeros,
} from '@tensorflow/tfjs-core';
import type { OrUnranked, ThetaInput } from '../inputs/argument-types.js';
import { readTheta } from '../inputs/read-theta.js';
import { differentiable } from './differentiable.js';
import { homogeneous, isSquare, linearPart } from './homogeneous.js';

/**
 * The map that undoes theta, so that composing the two gives the identity: [A⁻¹ | -A⁻¹·t] if theta is affine.
 *
 * Takes and gives [N,2,3], [N,3,4] or, for perspective, [N,3,3]. A singular theta (a box of no area) has no inverse: its
 * entries come out infinite or NaN, and sampling with them gives `fillValue` everywhere. Differentiable.
 *
 * @param theta - [N,2,3], [N,3,3] or [N,3,4]
 * @returns Theta of the same shape.
 * @throws `INVALID_INPUT`, `INVALID_RANK`, `INVALID_DTYPE` or `INVALID_SHAPE`.
 * @example
 * ```ts
 * import '@cropgrad/backend-cpu';
 * import { boxToTheta, composeTheta, invertTheta } from '@cropgrad/core';
 *
 * const theta = boxToTheta([[-1, -1, 0, 0]]);
 * const thereAndBack = composeTheta(theta, invertTheta(theta));
 * console.log(await thereAndBack.array()); // [ [ [ 1, 0, 0 ], [ 0, 1, 0 ] ] ]
 * ```
 * @pytorch None. With square matrices:
 * ```py
 * last = torch.tensor([[[0.0, 0.0, 1.0]]]).expand(len(theta), 1, 3)
 * inverse = torch.linalg.inv(torch.cat([theta, last], 1))[:, :2]
 * ```
 * @see {@link composeTheta}, {@link transformPoints}; {@link pasteCrop} puts crops back.
 * @guide coordinates
 */
export function invertTheta<T>(theta: OrUnranked<ThetaInput, T>): Tensor3D;
export function invertTheta(theta: ThetaInput): Tensor3D {
  return tidy(() => {
    const $theta = readTheta('invertTheta', 'theta', theta, 2, 'either');
    const isPerspective = isSquare($theta);
    return differentiable<Tensor3D>([$theta], isPerspective ? inverseMatrix : inverse, (dy, x) => {
      // d(M⁻¹) = -M⁻¹·dM·M⁻¹; the last row of an affine theta in homogeneous form is constant.
      const inverted = isPerspective ? inverseMatrix(x) : inverse(x);
      const left = matMul(linearPart(inverted), dy, true);
      return [neg(matMul(left, isPerspective ? inverted : homogeneous(inverted), false, true))];
    });
  });
}

function inverse(theta: Tensor): Tensor3D {
  const [n, rows, columns] = theta.shape;
  if (n === 0) return zeros([0, rows, columns]);
  const inverted = inverseMatrix(linearPart(theta));
  const translation = slice(theta as Tensor3D, [0, 0, columns - 1]);
  return concat<Tensor3D>([inverted, neg(matMul<Tensor3D>(inverted, translation))], 2);
}

/** The inverses of matrices [N,2,2] or [N,3,3]. */
function inverseMatrix(matrices: Tensor): Tensor3D {
  const [n, rows] = matrices.shape;
  if (n === 0) return zeros([0, rows, rows]);
  // Rows and then columns are scaled to a largest entry of 1, so that no product of them leaves float32's range.
  const rowScale = max(abs(matrices), 2, true);
  const scaledRows = div(matrices, rowScale);
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
  return div<Tensor3D>(scaledInverse, scale);
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
