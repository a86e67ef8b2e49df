/** Something that a sampler does wrong, as found by the vectors, cut down by hand. */
export interface KnownFault {
  /** As results.json names it. */
  readonly sampler: string;
  readonly what: string;
  /** The smallest case that shows it. x is in pixels, g in coordinates from -1 to 1. */
  readonly smallest: string;
  /** A vector that fails because of it. */
  readonly vector: string;
  /** What public issues say. A few searches each; not found is no proof. */
  readonly reported: string;
}

const NOT_FOUND = 'not found reported';
const NOT_LOOKED_FOR = 'not looked for';

/** Every fault that was found and understood. A test holds that each vector fails in the committed results. */
export const KNOWN_FAULTS: readonly KnownFault[] = [
  {
    sampler: 'TensorFlow.js wasm',
    what: 'cropAndResize gives the wrong columns for crops of whole pixels',
    smallest:
      'image [1,2,3], box [0,.5,0,1], size [1,2]: [1,2]; right is [2,3]. A row is copied from column 0, whatever x1 is',
    vector: 'crop_and_resize/whole_pixel/bilinear/rows=0-0/columns=1-2',
    reported: NOT_FOUND,
  },
  {
    sampler: 'TensorFlow.js wasm',
    what: "transform with fillMode 'reflect' mirrors wrongly left of and above the image",
    smallest: 'image [1,2], x = -1: 2; right is 1',
    vector: 'image_transform/edge/bilinear/reflect/left',
    reported: NOT_FOUND,
  },
  {
    sampler: 'TensorFlow.js cpu',
    what: 'transform of a batch loses every image but the first',
    smallest: 'images [1] and [2], both left where they are: 1 and 0; right is 1 and 2',
    vector: 'image_transform/batch/nearest/constant/batch',
    reported: NOT_FOUND,
  },
  {
    sampler: 'PyTorch',
    what: 'the gradient of bilinear grid_sample crashes the process for a NaN under border, and for NaN and infinity under reflection',
    smallest: 'image [10,20], g = NaN, border: the result is 10, and its backward ends with SIGSEGV',
    vector: 'grid_sample/non_finite/2d/bilinear/border/align_corners=false/x=NaN',
    reported: 'pytorch#24823, open, has crashes of the same kind',
  },
  {
    sampler: 'jax-js',
    what: 'GridSample reads pixel 1 in place of pixel 0 for points between -1 and 0, and sends the gradient there',
    smallest: 'image [10,20,30], align_corners, x = -.5: 10; right is 5',
    vector: 'grid_sample/just_outside/2d/bilinear/zeros/align_corners=false',
    reported: NOT_FOUND,
  },
  {
    sampler: 'ONNX Runtime',
    what: 'Resize with tf_crop_and_resize ignores the box along an axis whose size stays what it is',
    smallest: 'image [1,2], box columns .5 to 1, width 2: [1,2]; right is [1.5,2]',
    vector: 'crop_and_resize/edge/bilinear/inside/1x5/fill=0',
    reported: 'the shortcut for a scale of 1 came with onnxruntime#5303; that it drops the box was not found reported',
  },
  {
    sampler: 'ONNX Runtime',
    what: 'GridSample with zeros reads a pixel for a coordinate that is infinite, NaN, or beyond 2^63',
    smallest: 'image [10,20], g = 1.9e19: 5; right is 0',
    vector: 'grid_sample/huge/2d/bilinear/zeros/align_corners=false/x=100000000000000000000',
    reported: 'such coordinates are set to 0 since onnxruntime#28302; that they are then read was not found reported',
  },
  {
    sampler: 'ONNX Runtime',
    what: 'bilinear GridSample with border loses its weights beyond 2^24 pixels',
    smallest: 'image [10,20], g = 3.4e7: 0; right is 20',
    vector: 'grid_sample/huge/2d/bilinear/border/align_corners=false/x=34000000',
    reported: NOT_FOUND,
  },
  {
    sampler: 'ONNX Runtime Web webgpu',
    what: 'GridSample with border gives 0, or the wrong edge, beyond 2^31 pixels',
    smallest: 'image [10,20], g = 3e9: 0; right is 20',
    vector: 'grid_sample/huge/2d/bilinear/border/align_corners=false/x=3000000000',
    reported: NOT_FOUND,
  },
  {
    sampler: 'ONNX Runtime Web webgpu',
    what: 'Resize with tf_crop_and_resize and nearest reads an edge pixel outside, in place of extrapolation_value',
    smallest: 'the vector itself: a 5 × 5 image, 3 × 4 points from (-.47, -.28): the first pixel; right is 0',
    vector: 'crop_and_resize/edge/nearest/top_left/3x4/fill=0',
    reported: NOT_LOOKED_FOR,
  },
  {
    sampler: 'ONNX Runtime',
    what: 'AffineGrid with align_corners puts the only row of an output at 1; PyTorch puts it at 0, and the reference of ONNX at -1',
    smallest: 'the identity, size 1 × 2: (-1,1) and (1,1); PyTorch gives (-1,0) and (1,0)',
    vector: 'affine_grid/random/2d/align_corners=true/1x4',
    reported: `${NOT_FOUND}; the text of ONNX does not say which is right`,
  },
  {
    sampler: 'ONNX reference',
    what: 'AffineGrid with align_corners puts the only row of an output at -1, as above',
    smallest: 'the identity, size 1 × 2: (-1,-1) and (1,-1)',
    vector: 'affine_grid/random/2d/align_corners=true/1x4',
    reported: NOT_FOUND,
  },
  {
    sampler: 'ONNX reference',
    what: 'bicubic GridSample with border clamps the point, and not its taps',
    smallest: 'image [0,1], align_corners, x = 1.25: 1; PyTorch and ONNX Runtime give 1.10546875',
    vector: 'grid_sample/just_outside/2d/bicubic/border/align_corners=false',
    reported: 'the same in ONNX Runtime: onnxruntime#10607, fixed there in 2022',
  },
  {
    sampler: 'ONNX reference',
    what: 'GridSample with reflection and align_corners throws an OverflowError for an axis of one pixel',
    smallest: 'image [[5]], g = 0: OverflowError; right is 5',
    vector: 'grid_sample/size_1/2d/bilinear/reflection/align_corners=true/1x1',
    reported: NOT_FOUND,
  },
  {
    sampler: 'OpenCV remap',
    what: 'INTER_CUBIC with BORDER_REFLECT_101 never returns for an axis of one pixel',
    smallest: 'image [[5]], x = .5: no answer',
    vector: 'grid_sample/size_1/2d/bicubic/reflection/align_corners=true/1x1',
    reported: 'opencv#29867 is about the same in warpAffine',
  },
  {
    sampler: 'OpenCV remap',
    what: 'INTER_CUBIC with BORDER_REFLECT, BORDER_REFLECT_101 or BORDER_WRAP gives the first pixel far outside',
    smallest: 'image [1,2,3,4], REFLECT, x = 32.5: 1; right is 1.40625',
    vector: 'grid_sample/far/2d/bicubic/reflection/align_corners=false',
    reported: NOT_FOUND,
  },
  {
    sampler: 'OpenCV remap',
    what: 'INTER_CUBIC with BORDER_CONSTANT lets a NaN in the first pixel into samples that are wholly outside',
    smallest: 'image [NaN,1], x = -5: NaN; right is 0',
    vector: 'grid_sample/nan_pixel/2d/bicubic/zeros/align_corners=false',
    reported: NOT_FOUND,
  },
  {
    sampler: 'OpenCV remap',
    what: 'INTER_LINEAR with a reflecting border takes time that grows with the coordinate, and gives the coordinate as a pixel',
    smallest: 'image 4 × 8, REFLECT_101, g = 1e20: about -5e20',
    vector: 'grid_sample/huge/2d/bilinear/reflection/align_corners=true/x=100000000000000000000',
    reported: 'opencv#29736 and opencv#29751, merged in August 2026',
  },
  {
    sampler: 'OpenCV remap',
    what: 'INTER_LINEAR with BORDER_REPLICATE gives the wrong edge beyond 2^31 pixels',
    smallest: 'image [10,20], g = 3e9: 10; right is 20',
    vector: 'grid_sample/huge/2d/bilinear/border/align_corners=false/x=3000000000',
    reported: NOT_LOOKED_FOR,
  },
  {
    sampler: 'OpenCV dnn',
    what: 'bicubic GridSample clamps the value to the range of the inner pixels, so it is not linear',
    smallest: 'image [0,0,0,0,1,1,0,0,0], x = 4.5: 1; right is 1.1875',
    vector: 'grid_sample/just_outside/2d/bicubic/zeros/align_corners=false',
    reported: 'opencv#29783 reworks bicubic',
  },
  {
    sampler: 'OpenCV dnn',
    what: 'bilinear GridSample with border gives numbers that no pixel has beyond 2^31 pixels',
    smallest: 'image [10,20], g = 3e9: 1024; right is 20',
    vector: 'grid_sample/huge/2d/bilinear/border/align_corners=false/x=3000000000',
    reported: NOT_LOOKED_FOR,
  },
  {
    sampler: 'SciPy map_coordinates',
    what: 'mode nearest gives the wrong edge beyond 2^63 pixels',
    smallest: 'image [10,20], g = 1e20: 10; right is 20',
    vector: 'grid_sample/huge/2d/bilinear/border/align_corners=false/x=100000000000000000000',
    reported: NOT_LOOKED_FOR,
  },
];
