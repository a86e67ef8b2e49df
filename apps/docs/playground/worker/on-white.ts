/** Pixels as they look on white, without alpha: what is compared with photos that have none. */
export function onWhite({ data, width, height }: ImageData): ImageData {
  const pixels = new ImageData(width, height);
  for (let i = 0; i < data.length; i += 4) {
    const alpha = data[i + 3] / 255;
    for (let c = 0; c < 3; c++) pixels.data[i + c] = alpha * data[i + c] + 255 * (1 - alpha);
    pixels.data[i + 3] = 255;
  }
  return pixels;
}
