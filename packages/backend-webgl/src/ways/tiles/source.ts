import { overAxes } from '../../axis/axis-name.js';
import { PADDINGS } from '../../axis/paddings.js';
import { axisArguments } from '../../axis/taps-source.js';
import type { KernelSource } from '../../device/kernel-source.js';
import { LONG_SUM } from '../../device/long-sum.js';
import { filteredSampleFunctions } from '../../ops/filtered-source.js';
import { IMAGE_OF_CROP } from '../../ops/image-of-crop.js';
import { footprintsSource } from '../../points/footprint-source.js';
import { PERSPECTIVE_LINES, perspectivePointSource } from '../../points/perspective-point-source.js';
import type { SampleVariant } from '../../variant.js';
import { LOCATE_PIXEL, pixelPlaceSource } from '../locate-pixel.js';
import { densitySource } from '../strips/filtered-source.js';

/** How many outputs a tile has along x and y. */
export const TILE = 8;

/** Loops over the outputs (i, j) of the tile (tileY, tileX). */
function tileLoops(body: string): string {
  return `
      int endY = min(outY, (tileY + 1) * ${TILE});
      int endX = min(outX, (tileX + 1) * ${TILE});
      for (int i = tileY * ${TILE}; i < endY; i++) {
        for (int j = tileX * ${TILE}; j < endX; j++) {
          ${body}
        }
      }`;
}

/** theta → for each tile of each crop the first and the last column that its outputs read, and the rows likewise. */
export function tileBoundsSource(variant: SampleVariant): KernelSource {
  const filters = overAxes(2, (axis, a) => {
    const x = axis.toLowerCase();
    const place = `placed(${x}, lost${axis}, footprint${axis}, ${axisArguments(axis)})`;
    return `if (quantity / 2 == ${a}) { it = ${place}; size = size${axis}; }`;
  });
  return {
    tensors: ['theta'],
    functions: filteredSampleFunctions(variant),
    body: `
      int tile = at / 4;
      int quantity = at - tile * 4;
      bool isFirst = quantity == 0 || quantity == 2;
      int tileRow = tile / tilesX;
      int tileX = tile - tileRow * tilesX;
      int n = tileRow / tilesY;
      int tileY = tileRow - n * tilesY;
      ${PERSPECTIVE_LINES}
      result = isFirst ? 1e30 : -1e30;
      float size = 0.0;
      ${tileLoops(`
          ${perspectivePointSource(variant)}
          if (!valid) { continue; }
          ${footprintsSource(variant)}
          Filtered it;
          ${filters}
          result = isFirst ? min(result, float(it.first)) : max(result, float(it.last));`)}
      // Half floats would round large places.
      result += (isFirst ? -2.0 : 2.0) * unit * size;`,
  };
}

/**
 * The gradient by density, theta, tile bounds → dimage: a pixel looks at the tiles that may read it, and gathers from their
 * outputs.
 */
export function tileGradientSource(variant: SampleVariant): KernelSource {
  const { hasSeam } = PADDINGS[variant.paddingMode];
  const isIn = 'at >= first && at <= last';
  const isInOnLaps = `(${isIn}) || (at + size >= first && at + size <= last) || (at - size >= first && at - size <= last)`;
  return {
    tensors: ['dy', 'theta', 'bounds', 'imageIndex'],
    functions: `${filteredSampleFunctions(variant)}
bool isRead(float at, float first, float last, float size) { return ${hasSeam ? isInOnLaps : isIn}; }
`,
    body: `
      ${LOCATE_PIXEL}
      ${pixelPlaceSource(2)}
      ${LONG_SUM.start}
      for (int n = 0; n < crops; n++) {
        ${IMAGE_OF_CROP}
        if (image0 != image * imageStride) { continue; }
        ${PERSPECTIVE_LINES}
        for (int tileY = 0; tileY < tilesY; tileY++) {
          for (int tileX = 0; tileX < tilesX; tileX++) {
            int bounds0 = ((n * tilesY + tileY) * tilesX + tileX) * 4;
            if (!isRead(atX, getBounds(bounds0), getBounds(bounds0 + 1), sizeX)) { continue; }
            if (!isRead(atY, getBounds(bounds0 + 2), getBounds(bounds0 + 3), sizeY)) { continue; }
            ${tileLoops(`
              ${perspectivePointSource(variant)}
              if (!valid) { continue; }
              ${footprintsSource(variant)}
              ${densitySource(2)}
              if (weight < 0.0 || weight > 0.0) {
                ${LONG_SUM.add('weight * getDy(n * cropStride + (i * outX + j) * pointStride + channel * cropChannelStride)')}
              }`)}
          }
        }
      }
      result = sum;`,
  };
}
