import type { Check } from '../../check.js';
import { antialiasEdgeChecks } from './edges.js';
import { antialiasFixtureChecks } from './fixtures.js';
import { antialiasLawChecks } from './laws.js';
import { antialiasMemoryChecks } from './memory.js';
import { nearPlainChecks } from './near-plain.js';
import { antialiasOracleChecks } from './oracle.js';
import { antialiasRefusalChecks } from './refusals.js';

/** Everything about antialias. */
export const antialiasChecks: readonly Check[] = [
  ...antialiasFixtureChecks,
  ...antialiasOracleChecks,
  ...antialiasLawChecks,
  ...nearPlainChecks,
  ...antialiasMemoryChecks,
  ...antialiasEdgeChecks,
  ...antialiasRefusalChecks,
];
