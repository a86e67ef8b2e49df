/** What says where outputs read: a theta per crop, or a grid. */
export type Points = 'theta' | 'grid';
