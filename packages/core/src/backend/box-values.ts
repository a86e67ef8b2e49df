/**
 * What the kernel BoxToTheta computes: row k of a theta is ((far - near) / 2 at column k, (far + near) / 2 in the last
 * column), of the two corners of a box on axis k. Writes `theta`, [N,d,d+1], from `boxes`, [N,2d].
 */
export function writeThetas(theta: Float32Array, boxes: Float32Array, dimensions: number): void {
  const columns = dimensions + 1;
  theta.fill(0);
  for (let box = 0, row = 0; box < boxes.length; box += 2 * dimensions) {
    for (let axis = 0; axis < dimensions; axis++, row += columns) {
      const near = boxes[box + axis];
      const far = boxes[box + dimensions + axis];
      theta[row + axis] = (far - near) / 2;
      theta[row + dimensions] = (far + near) / 2;
    }
  }
}

/** What BoxToThetaGradBoxes computes, the gradient of {@link writeThetas} by the boxes. Writes `dboxes` from `dtheta`. */
export function writeBoxGradients(dboxes: Float32Array, dtheta: Float32Array, dimensions: number): void {
  const columns = dimensions + 1;
  for (let box = 0, row = 0; box < dboxes.length; box += 2 * dimensions) {
    for (let axis = 0; axis < dimensions; axis++, row += columns) {
      const scale = dtheta[row + axis];
      const shift = dtheta[row + dimensions];
      dboxes[box + axis] = (shift - scale) / 2;
      dboxes[box + dimensions + axis] = (shift + scale) / 2;
    }
  }
}
