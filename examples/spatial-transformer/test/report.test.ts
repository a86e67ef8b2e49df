import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { SET_NAMES } from '../src/distorted-set.js';
import { bestRates, CANDIDATES, readTrials, type Trial } from '../src/learning-rates.js';
import { NET_NAMES, type NetName } from '../src/nets.js';
import { compare } from '../src/report/comparison.js';
import { report } from '../src/report/report.js';
import { reportText } from '../src/report/text.js';
import { nameOf, RESULTS, type RunResult, readResults } from '../src/results.js';

const folder = mkdtempSync(join(tmpdir(), 'spatial-transformer-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** A run that read the given figures wrongly, of five distortions each. */
function run(net: NetName, seed: number, wrong: string): RunResult {
  const error = [...wrong].reduce((sum, figure) => sum + Number(figure), 0) / (5 * wrong.length);
  const spread = { angle: 20, size: 0.1, offset: 0.2 };
  return {
    ...{ set: 'RTS', net, seed, steps: 10, rates: CANDIDATES[0], batch: 64, weights: 100, seconds: 1 },
    curve: [5, 10].map((step) => ({ step, loss: 1, validationError: error })),
    test: { rounds: 5, error, wrong, blankViews: 0, mirroredViews: 0, given: spread, seen: spread },
  };
}

describe('a comparison', () => {
  const [a, b] = ['5'.repeat(20) + '0'.repeat(80), '5'.repeat(30) + '0'.repeat(70)];
  const [c, d] = ['5'.repeat(10) + '0'.repeat(90), '5'.repeat(12) + '0'.repeat(88)];
  const runs = [run('FCN', 1, a), run('FCN', 2, b), run('ST-FCN', 1, c), run('ST-FCN', 2, d)];

  it('has the standard errors of seeds and digits', () => {
    const found = compare(runs, 'RTS', ['FCN', 'ST-FCN']);
    expect(found?.difference).toBeCloseTo(0.25 - 0.11);
    // The deviations are 0.1/√2 and 0.02/√2, and each mean is one of two runs.
    expect(found?.bySeeds).toBeCloseTo(Math.hypot(0.05, 0.01));
    // Of 100 digits, FCN reads 8 more wrongly in both runs, and 12 in one of the two.
    expect(found?.byDigits).toBeCloseTo(Math.sqrt((0.08 + 0.12 * 0.25 - 0.14 ** 2) / 100));
    expect(found?.standardError).toBeCloseTo(Math.hypot(found?.bySeeds ?? 0, found?.byDigits ?? 0));
  });

  it('takes the seeds that both nets have', () => {
    expect(compare([...runs, run('FCN', 3, a)], 'RTS', ['FCN', 'ST-FCN'])?.seeds).toEqual([1, 2]);
    expect(compare(runs, 'RTS', ['CNN', 'ST-CNN'])).toBeUndefined();
    expect(compare(runs, 'R', ['FCN', 'ST-FCN'])).toBeUndefined();
  });

  it('says that a net is wrong more often only beyond two standard errors, and nothing of one seed', () => {
    expect(reportText(runs)).toMatch(/On RTS, FCN is wrong more often than ST-FCN \(2\.\d standard errors\)\./);
    const same = [run('FCN', 1, a), run('FCN', 2, b), run('ST-FCN', 1, b), run('ST-FCN', 2, a)];
    expect(reportText(same)).toContain('On RTS, FCN and ST-FCN cannot be told apart (0.0 standard errors).');
    const worse = runs.map((one): RunResult => ({ ...one, net: one.net === 'FCN' ? 'ST-FCN' : 'FCN' }));
    expect(reportText(worse)).toContain('On RTS, FCN is wrong less often than ST-FCN');
    expect(reportText([runs[0], runs[2]])).toContain('have one seed so far');
  });
});

describe('a folder of results', () => {
  const write = (result: RunResult) => writeFileSync(join(folder, `${nameOf(result)}.json`), JSON.stringify(result));

  it('without results gives none, and no report', async () => {
    await expect(readResults(folder)).resolves.toEqual([]);
    await expect(report(folder)).rejects.toThrow('has no results');
  });

  it('with results becomes a page and a chart', async () => {
    write(run('FCN', 1, '50'));
    write(run('ST-FCN', 1, '10'));
    await report(folder);
    expect(readFileSync(join(folder, 'README.md'), 'utf8')).toMatch(/RTS +\| +50\.00 \| +10\.00 \| not run/);
    expect(readFileSync(join(folder, 'curves.svg'), 'utf8')).toMatch(/^<svg[\s\S]*ST-FCN[\s\S]*<\/svg>\n$/);
  });

  it('of different lengths is refused', async () => {
    write({ ...run('CNN', 1, '50'), steps: 11 });
    await expect(report(folder)).rejects.toThrow(/results of (10 and 11|11 and 10) steps side by side/);
  });
});

describe('the best rates', () => {
  const trialsOf = (errors: readonly number[], steps = 300): Trial[] =>
    errors.map((validationError, k) => ({
      ...{ set: 'R', net: 'CNN', rates: CANDIDATES[k], seed: 0, steps, digits: 1000, validationError },
    }));

  it('are those that erred least', () => {
    expect(bestRates(trialsOf([0.3, 0.2, 0.1]), 'R', 'CNN')).toEqual(CANDIDATES[2]);
    expect(bestRates(trialsOf([0.3, 0.2, 0.4]), 'R', 'CNN')).toEqual(CANDIDATES[1]);
  });

  it('are lower ones that did as well, to a standard error', () => {
    // That of 0.1 is 0.0095.
    expect(bestRates(trialsOf([0.3, 0.109, 0.1]), 'R', 'CNN')).toEqual(CANDIDATES[1]);
    expect(bestRates(trialsOf([0.3, 0.11, 0.1]), 'R', 'CNN')).toEqual(CANDIDATES[2]);
  });

  it('need all trials, equally long', () => {
    expect(() => bestRates(trialsOf([0.3, 0.2]), 'R', 'CNN')).toThrow('run tune first');
    const mixed = [...trialsOf([0.3, 0.2]), ...trialsOf([0.3, 0.2, 0.1], 600).slice(2)];
    expect(() => bestRates(mixed, 'R', 'CNN')).toThrow('equally long');
  });
});

describe('the committed results', () => {
  it('have the page beside them that they give', async () => {
    const results = await readResults(RESULTS);
    expect(readFileSync(join(RESULTS, 'README.md'), 'utf8')).toBe(reportText(results));
    expect(readFileSync(join(RESULTS, '../README.md'), 'utf8')).toContain(`--steps ${results[0].steps} `);
  });

  it('are of the rates that did best on the validation part', async () => {
    const trials = await readTrials(RESULTS);
    expect(trials).toHaveLength(SET_NAMES.length * NET_NAMES.length * CANDIDATES.length);
    for (const { set, net, rates } of await readResults(RESULTS)) {
      expect(rates).toEqual(bestRates(trials, set, net));
    }
  });
});
