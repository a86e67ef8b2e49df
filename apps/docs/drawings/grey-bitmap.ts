/** Before the pixels: 14 bytes of file header, 40 of picture header, and 256 greys of 4 bytes. */
const HEADER = 14 + 40 + 4 * 256;

/** Grey values [h,w] from 0 to 1 as the address of a picture, which a server can make as well as a page. */
export function greyBitmap(
  values: ArrayLike<number>,
  [height, width]: readonly [height: number, width: number],
): string {
  const stride = Math.ceil(width / 4) * 4;
  const bytes = new Uint8Array(HEADER + stride * height);
  const view = new DataView(bytes.buffer);
  bytes.set([0x42, 0x4d]);
  view.setUint32(2, bytes.length, true);
  view.setUint32(10, HEADER, true);
  view.setUint32(14, 40, true);
  view.setInt32(18, width, true);
  // Below 0: the first row is the top one.
  view.setInt32(22, -height, true);
  view.setUint16(26, 1, true);
  view.setUint16(28, 8, true);
  for (let grey = 0; grey < 256; grey++) bytes.fill(grey, 54 + 4 * grey, 57 + 4 * grey);
  for (let i = 0; i < height; i++) {
    for (let j = 0; j < width; j++) {
      bytes[HEADER + i * stride + j] = Math.round(255 * Math.min(Math.max(values[i * width + j], 0), 1));
    }
  }
  return `data:image/bmp;base64,${btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))}`;
}
