/** A number as JSON can hold it: NaN and infinities are strings. */
export type VectorNumber = number | 'NaN' | 'Infinity' | '-Infinity';

/** A tensor of a vector, row by row. */
export interface VectorArray {
  readonly shape: readonly number[];
  readonly data: readonly VectorNumber[];
}

/** The functions that there are vectors of. */
export const VECTOR_FUNCTIONS = [
  'affine_grid',
  'grid_sample',
  'affine_sample',
  'crop',
  'antialiased_crop',
  'perspective_sample',
  'crop_and_resize',
  'image_transform',
  'roi_align',
] as const;

/** One of {@link VECTOR_FUNCTIONS}. */
export type VectorFunction = (typeof VECTOR_FUNCTIONS)[number];

/** What a vector has answers for: the result, or the gradient of one of its inputs. */
export type VectorQuantity = (typeof VECTOR_QUANTITIES)[number];

/** Every {@link VectorQuantity}. */
export const VECTOR_QUANTITIES = ['output', 'd_image', 'd_grid', 'd_theta', 'd_boxes'] as const;

/** One call of a function with plain numbers, as a file of cases holds it. FORMAT.md says what each member means. */
export interface Vector {
  /** Unique: `grid_sample/kink/2d/bilinear/zeros/align_corners=false`. */
  readonly id: string;
  readonly tags: readonly string[];
  /** Where the answers come from. */
  readonly source: string;
  readonly options: VectorOptions;
  readonly inputs: Readonly<Record<string, VectorArray>>;
  /** The gradient that flows into the output; it has the output's shape. */
  readonly dy: VectorArray;
}

/** Options of a vector; which of them there are depends on the function. */
export interface VectorOptions {
  readonly size?: readonly number[];
  readonly mode?: 'bilinear' | 'nearest' | 'bicubic';
  readonly padding_mode?: 'zeros' | 'border' | 'reflection' | 'wrap';
  readonly align_corners?: boolean;
  readonly method?: 'bilinear' | 'nearest';
  readonly extrapolation_value?: number;
  readonly fill_mode?: 'constant' | 'nearest' | 'reflect';
  readonly fill_value?: number;
  readonly spatial_scale?: number;
  readonly sampling_ratio?: number;
  readonly aligned?: boolean;
}

/**
 * What a quantity is, in float64, and how far a float32 sampler may be off. An element is right if it is within `tolerance` of
 * `data`, or in one of its `intervals`, or if `any` lists it.
 */
export interface ExpectedArray extends VectorArray {
  /** One distance for all elements, or one for each. */
  readonly tolerance: number | readonly number[];
  /** By the number of the element, in place of `data` and `tolerance`: it must be in one of these, ends included. */
  readonly intervals?: Readonly<Record<string, readonly (readonly [VectorNumber, VectorNumber])[]>>;
  /** Elements that may be anything. */
  readonly any?: readonly number[];
}

/** The answers to one vector, quantity by quantity. */
export type Expected = Readonly<Partial<Record<VectorQuantity, ExpectedArray>>>;

/** The number that JSON holds. */
export function toNumber(value: VectorNumber): number {
  return Number(value);
}

/** A number as JSON can hold it. */
export function toVectorNumber(value: number): VectorNumber {
  if (Number.isFinite(value)) return value;
  if (Number.isNaN(value)) return 'NaN';
  return value > 0 ? 'Infinity' : '-Infinity';
}
