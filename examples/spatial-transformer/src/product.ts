import * as tf from '@tensorflow/tfjs';

/**
 * The product of matrices x [N,K] and w [K,M], with gradients that transpose before they multiply: tfjs's wasm backend takes several times as
 * long for a product that transposes on the way, which is how the gradients of its own `matMul` are made.
 */
export function product(x: tf.Tensor2D, w: tf.Tensor2D): tf.Tensor2D {
  const multiply = tf.customGrad<tf.Tensor2D>((...args) => {
    // tfjs appends `save` to the inputs; what the gradient needs must go through it.
    const save = args[2] as tf.GradSaveFunc;
    save([x, w]);
    const gradFunc = (dy: tf.Tensor2D, [x, w]: tf.Tensor[]): tf.Tensor[] => [
      tf.matMul(dy, tf.transpose(w)),
      tf.matMul(tf.transpose(x), dy),
    ];
    return { value: tf.matMul(x, w), gradFunc };
  });
  return multiply(x, w);
}
