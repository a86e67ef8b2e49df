import { crop } from '@cropgrad/core';
import * as tf from '@tensorflow/tfjs-core';
import { expect, test, vi } from 'vitest';
import { startWebGL } from './variant.js';

test('a texture of the page is cropped into another one, and nothing is read in between', async () => {
  const { gpgpu } = await startWebGL({ precision: 'f32', blends: true });
  const gl = gpgpu.gl as WebGL2RenderingContext;
  const texture = gl.createTexture();
  gl.bindTexture(gl.TEXTURE_2D, texture);
  const values = Float32Array.from({ length: 4 * 4 * 4 }, (_, i) => i);
  gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA32F, 4, 4, 0, gl.RGBA, gl.FLOAT, values);
  for (const filter of [gl.TEXTURE_MIN_FILTER, gl.TEXTURE_MAG_FILTER])
    gl.texParameteri(gl.TEXTURE_2D, filter, gl.NEAREST);

  const reads = [vi.spyOn(gl, 'readPixels'), vi.spyOn(gl, 'getBufferSubData'), vi.spyOn(gl, 'finish')];
  const image = tf.tensor({ texture, height: 4, width: 4, channels: 'RGBA' }, [1, 4, 4, 4]) as tf.Tensor4D;
  const middle = crop(image, [[-0.5, -0.5, 0.5, 0.5]], [2, 2]);
  const result = middle.dataToGPU({ customTexShape: [2, 2] });
  for (const read of reads) {
    expect(read).not.toHaveBeenCalled();
    read.mockRestore();
  }

  const framebuffer = gl.createFramebuffer();
  gl.bindFramebuffer(gl.FRAMEBUFFER, framebuffer);
  gl.framebufferTexture2D(gl.FRAMEBUFFER, gl.COLOR_ATTACHMENT0, gl.TEXTURE_2D, result.texture ?? null, 0);
  const pixels = new Float32Array(2 * 2 * 4);
  gl.readPixels(0, 0, 2, 2, gl.RGBA, gl.FLOAT, pixels);
  gl.deleteFramebuffer(framebuffer);
  expect([...pixels]).toEqual([20, 24, 36, 40].flatMap((first) => [first, first + 1, first + 2, first + 3]));
  tf.dispose([image, middle, result.tensorRef]);
});
