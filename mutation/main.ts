import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { Stryker } from '@stryker-mutator/core';
import { REASONS } from './reasons/index.js';
import { type Report, scoreOf, survivorsOf } from './report.js';
import { reportFile, SUBJECTS, strykerOptions } from './stryker-options.js';
import { explain, stale, survivorsPage } from './survivors-page.js';

/** What every package must reach, in percent. */
const LEAST_SCORE = 85;

/** Where the pages about survivors go. Their line numbers are those of one day, so git ignores them. */
const PAGES = 'mutation/out/survivors';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    // Writes the pages anew from the last reports, without a run: after new reasons were written.
    'pages-only': { type: 'boolean', default: false },
  },
});

// Stryker copies the working directory, so it must see the packages side by side.
process.chdir(fileURLToPath(new URL('..', import.meta.url)));
await mkdir(PAGES, { recursive: true });
for (const subject of positionals.length > 0 ? positionals : SUBJECTS) {
  if (!SUBJECTS.includes(subject))
    throw new TypeError(`no package '${subject}' here; there are ${SUBJECTS.join(', ')}`);
  if (!values['pages-only']) {
    await rm(reportFile(subject), { force: true });
    await new Stryker(strykerOptions(subject)).runMutationTest();
  }
  const report: Report = JSON.parse(await readFile(reportFile(subject), 'utf8'));
  const survivors = explain(survivorsOf(report), REASONS[subject]);
  const score = scoreOf(report);
  const page = `${PAGES}/${subject}.md`;
  await writeFile(page, survivorsPage(subject, score, survivors));

  const percent = (100 * score.detected) / score.tried;
  const unexplained = survivors.filter(({ why }) => why === undefined).length;
  const unused = stale(survivors, REASONS[subject]);
  console.log(`${subject}: ${percent.toFixed(1)} %, ${unexplained} survivors without a reason; see ${page}`);
  for (const named of unused) console.log(`  no such survivor any more: ${named.join(' | ')}`);
  if (percent < LEAST_SCORE || unexplained > 0 || unused.length > 0) process.exitCode = 1;
}
