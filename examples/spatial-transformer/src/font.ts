/** The digits from 0 to 9, side by side. */
const DIGITS = [
  ' ###    #    ###   ###     #  #####  ###  #####  ###   ### ',
  '#   #  ##   #   # #   #   ##  #     #   #     # #   # #   #',
  '#   #   #       #     #  # #  ####  #        #  #   # #   #',
  '#   #   #      #    ##  #  #      # ####    #    ###   ####',
  '#   #   #     #       # #####     # #   #  #    #   #     #',
  '#   #   #    #    #   #    #  #   # #   #  #    #   # #   #',
  ' ###   ###  #####  ###     #   ###   ###   #     ###   ### ',
];

/** The size of a digit, [h,w], in pixels. */
export const GLYPH_SIZE = [7, 5] as const;

/** How many digits there are. */
export const GLYPHS = 10;

/** Every digit, [10,7,5,1]: 1 where there is ink, 0 elsewhere. */
export function glyphs(): Float32Array {
  const [height, width] = GLYPH_SIZE;
  return Float32Array.from({ length: GLYPHS * height * width }, (_, k) => {
    const column = k % width;
    const row = Math.floor(k / width) % height;
    const digit = Math.floor(k / (width * height));
    return DIGITS[row][digit * (width + 1) + column] === '#' ? 1 : 0;
  });
}
