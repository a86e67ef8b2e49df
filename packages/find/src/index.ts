/**
 * The commands `cropgrad-find` and `cropgrad-align`, as functions of their arguments; and the search of `cropgrad-find`
 * in two files.
 *
 * @packageDocumentation
 */

export type { Status } from './command/run-command.js';
export { main } from './command/run-main.js';
export { cropgradAlign } from './cropgrad-align.js';
export { cropgradFind } from './cropgrad-find.js';
export type { OpenImage } from './images/open-image.js';
export { findInPhoto, type PairAnswer } from './pair/find-in-photo.js';
export type { MatchOptions } from './pair/match.js';
export type { Placement } from './pair/placement.js';
