import { checks } from '@cropgrad/conformance';
import { describe, expect, it } from 'vitest';
import { readConformance } from '../scripts/conformance-reports.js';
import { packages } from '../site.js';

const reports = await readConformance();
const again = 'stale: run `npx -y pnpm --filter docs conformance`';

describe('the compatibility table', () => {
  it('has every backend package', () => {
    const backends = packages.filter(({ folder }) => folder.startsWith('backend-')).map(({ name }) => name);
    expect(reports.map((report) => report.package).sort(), again).toEqual(backends.sort());
  });

  for (const report of reports) {
    it(`is of this version of ${report.package}`, () => {
      const { version } = packages.find(({ name }) => name === report.package) ?? {};
      expect(report.version, again).toBe(version);
    });

    it(`is of this version of the suite, for ${report.tfBackend}`, () => {
      const ids = checks.map(({ id }) => id).filter((id) => !id.startsWith('unsupported/'));
      const reported = Object.keys(report.checks).filter((id) => !id.startsWith('unsupported/'));
      expect(reported.sort(), again).toEqual(ids.sort());
    });

    it(`hides no failure of ${report.tfBackend}`, () => {
      const failed = Object.entries(report.checks).filter(([, status]) => status === 'fail');
      expect(failed).toEqual([]);
      expect(report.failed).toBe(0);
    });
  }
});
