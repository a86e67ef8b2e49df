import { axisNames } from './axis-name.js';
import { PADDINGS } from './padding.js';
import type { TapsVariant } from './taps-source.js';

/**
 * Statements that say how much of an output lies inside the image, per axis: `insideX`, exactly 1 where nothing is cut, with
 * the derivatives `insideSlopeX` by the coordinate and `insideGrowthX` by the footprint; and `outsideX`, how much of it reads
 * fillValue; `fillsX` is 0 where none may. An output that ends where the image does counts as cut, as a plain point on the last pixel does. Outputs of which
 * nothing is inside make `reads` 0.
 *
 * Where fillValue is not finite, what is outside by no more than the coordinate may be off by reads none of it.
 */
export function coverageSource(
  { dimensions, paddingMode }: TapsVariant,
  coordinateError: (axis: ReturnType<typeof axisNames>[number]) => string,
): string {
  const axes = axisNames(dimensions);
  if (!PADDINGS[paddingMode].readsFill) {
    return axes
      .map(
        (axis) =>
          `const inside${axis} = 1; const insideSlope${axis} = 0; const insideGrowth${axis} = 0; const outside${axis} = 0; const fills${axis} = 0;`,
      )
      .join(' ');
  }
  return axes
    .map((axis) => {
      const x = axis.toLowerCase();
      return `
      let inside${axis} = 1;
      let insideSlope${axis} = 0;
      let insideGrowth${axis} = 0;
      let starts${axis} = 0;
      let ends${axis} = 0;
      if (${x} - footprint${axis} / 2 >= -0.5) { starts${axis} = 1; }
      if (${x} + footprint${axis} / 2 < size${axis} - 0.5) { ends${axis} = 1; }
      if (starts${axis} + ends${axis} < 1.5) {
        let length${axis} = (ends${axis} - starts${axis}) * ${x};
        if (starts${axis} > 0.5) { length${axis} = length${axis} + footprint${axis} / 2; } else { length${axis} = length${axis} + 0.5; }
        if (ends${axis} > 0.5) { length${axis} = length${axis} + footprint${axis} / 2; } else { length${axis} = length${axis} + (size${axis} - 0.5); }
        inside${axis} = Math.max(0, length${axis}) / footprint${axis};
        insideSlope${axis} = (ends${axis} - starts${axis}) / footprint${axis};
        insideGrowth${axis} = ((starts${axis} + ends${axis}) / 2 - inside${axis}) / footprint${axis};
      }
      if (inside${axis} <= 0) { reads = 0; }
      let outside${axis} = 1 - inside${axis};
      let fills${axis} = 1;
      if (finite(fillValue) < 0.5 && outside${axis} * footprint${axis} <= ${coordinateError(axis)}) {
        outside${axis} = 0;
        fills${axis} = 0;
      }`;
    })
    .join('');
}
