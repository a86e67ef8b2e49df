/**
 * The command `cropgrad-align`, as a function of its arguments.
 *
 * @packageDocumentation
 */

export { cropgradAlign } from 'cropgrad-find';
