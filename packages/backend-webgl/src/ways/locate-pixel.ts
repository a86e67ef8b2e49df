/** Statements that take the element `at` of images apart, into its `image`, `channel` and `pixel`. */
export const LOCATE_PIXEL = `
      int image = at / imageStride;
      int rest = at - image * imageStride;
      int major = rest / imageInnerStride;
      int minor = rest - major * imageInnerStride;
      int channel = channelsLast == 1 ? minor : major;
      int pixel = channelsLast == 1 ? major : minor;`;

/** Statements that take the index `pixel` apart, into its place atX, atY(, atZ). */
export function pixelPlaceSource(dimensions: number): string {
  return `
    int pixelRow = pixel / pixelsX;
    float atX = float(pixel - pixelRow * pixelsX);
    ${
      dimensions === 2
        ? 'float atY = float(pixelRow);'
        : `
    int pixelSlice = pixelRow / pixelsY;
    float atY = float(pixelRow - pixelSlice * pixelsY);
    float atZ = float(pixelSlice);`
    }`;
}
