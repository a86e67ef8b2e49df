import type { Check } from '../../check.js';
import { antialiasFixtureChecks } from './fixtures.js';
import { antialiasOracleChecks } from './oracle.js';

/** Everything about antialias. */
export const antialiasChecks: readonly Check[] = [...antialiasFixtureChecks, ...antialiasOracleChecks];
