/**
 * The commands `cropgrad-find` and `cropgrad-align`, as functions of their arguments.
 *
 * @packageDocumentation
 */

export type { Status } from './command/run-command.js';
export { main } from './command/run-main.js';
export { cropgradAlign } from './cropgrad-align.js';
export { cropgradFind } from './cropgrad-find.js';
