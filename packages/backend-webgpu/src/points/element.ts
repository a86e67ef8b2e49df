import { vectorType } from '../axis/axis-name.js';
import type { Images } from '../sampling.js';

/**
 * Where things are in memory, in WGSL and for every layout: `elementOf(index)` takes the index of a number in the crops apart;
 * `outputIndex(crop, at, channel)` puts it together; `pixelIndex(crop, pixel, channel)` is the index of what a crop's
 * image has at a pixel, x first.
 */
export function elementSource(dimensions: number, images: Images): string {
  const flat = dimensions === 2 ? 'pixel.y' : 'pixel.z * i32(uniforms.size.y) + pixel.y';
  return `
struct Element { crop : i32, at : i32, channel : i32 }

fn elementOf(index : i32) -> Element {
  return Element(
    index / (uniforms.outputs * uniforms.channels),
    (index / uniforms.outputStep) % uniforms.outputs,
    (index / uniforms.outputChannelStep) % uniforms.channels);
}

fn outputIndex(crop : i32, at : i32, channel : i32) -> i32 {
  let first = crop * uniforms.outputs * uniforms.channels;
  return first + at * uniforms.outputStep + channel * uniforms.outputChannelStep;
}

fn imageOf(crop : i32) -> i32 {
  return ${images === 'listed' ? 'i32(imageIndex[crop])' : 'crop * uniforms.imageStep'};
}

fn pixelIndex(crop : i32, pixel : ${vectorType(dimensions, 'i32')}, channel : i32) -> i32 {
  let first = imageOf(crop) * uniforms.pixels * uniforms.channels;
  let at = (${flat}) * i32(uniforms.size.x) + pixel.x;
  return first + at * uniforms.pixelStep + channel * uniforms.pixelChannelStep;
}`;
}
