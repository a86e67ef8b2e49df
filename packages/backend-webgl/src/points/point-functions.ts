/** The functions that kernels call to find their points. */
export const POINT_FUNCTIONS = `
// By bits: compilers may take it that no number is NaN.
bool finite(float x) { return (floatBitsToUint(x) & 0x7f800000u) != 0x7f800000u; }
// Where an output is between -1 and 1; span is its axis's length, less 1 with alignCorners.
float base(float j, float size, float span) { return (2.0 * j + 1.0 - size) / span; }
// X / W. By 1 nothing changes, which a division on a GPU does not promise.
float over(float x, float w) { return w == 1.0 ? x : x / w; }
`;
