/** What says where outputs read: a theta per crop, affine or perspective, or a grid. */
export type Points = 'theta' | 'perspective' | 'grid';

/** The tensor that it is in. */
export function pointTensor(points: Points): 'theta' | 'grid' {
  return points === 'grid' ? 'grid' : 'theta';
}
