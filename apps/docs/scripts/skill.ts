/** Writes the parts of the core package's skill that are made of doc comments: `pnpm --filter docs skill`. */
import { readFileSync, writeFileSync } from 'node:fs';
import { skillFile, withMadeParts } from './skill-parts.js';

writeFileSync(skillFile, withMadeParts(readFileSync(skillFile, 'utf8')));
