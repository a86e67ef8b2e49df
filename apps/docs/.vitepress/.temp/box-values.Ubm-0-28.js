function writeThetas(theta, boxes, dimensions) {
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
function writeBoxGradients(dboxes, dtheta, dimensions) {
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
export {
  writeThetas as a,
  writeBoxGradients as w
};
