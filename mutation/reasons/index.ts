import type { Reason } from '../survivors-page.js';
import { backendCpu } from './backend-cpu.js';
import { core } from './core.js';

/** Why the mutants that live may live, package by package. */
export const REASONS: Readonly<Record<string, readonly Reason[]>> = { core, 'backend-cpu': backendCpu };
