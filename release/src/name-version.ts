/** Writes the version of the packages into the other files that name it, after `changeset version`. */
import { writeFileSync } from 'node:fs';
import { NAMES, named } from './named-version.js';

for (const name of NAMES) writeFileSync(name.path, named(name));
