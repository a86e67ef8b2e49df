import type { Box } from './box.ts';
import { useCrop } from './use-crop.ts';

/** The height of every crop, in pixels. Its width follows the box. */
const HEIGHT = 192;

/** The crop of a photo at a box. */
export function CropView({ photo, box }: { photo: HTMLImageElement | undefined; box: Box }) {
  const [x, y, x2, y2] = box;
  const width = Math.max(1, Math.round((HEIGHT * (x2 - x)) / (y2 - y)));
  const canvas = useCrop(photo, box, [HEIGHT, width]);
  return <canvas ref={canvas} width={width} height={HEIGHT} role="img" aria-label="The crop" />;
}
