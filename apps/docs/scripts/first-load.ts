/**
 * Measures the first load of the home page and of the playground, as built: what is transferred, with Brotli and with gzip, and
 * when the first crop is on screen, here and on a slow phone. Prints the middle one of a few visits; with
 * `--requests` each request, too. On a busy machine the times say little.
 */
import { median } from '../playground/number-text.js';
import { launch } from '../test/browser.js';
import { type FirstLoad, measureFirstLoad } from './measure-first-load.js';
import { type Encoding, serveCompressed } from './serve-compressed.js';

// The first visit compresses the files, and is not in the middle.
const VISITS = 7;
const ENCODINGS: readonly Encoding[] = ['br', 'gzip'];

const browser = await launch();
for (const encoding of ENCODINGS) {
  const site = await serveCompressed(encoding);
  for (const page of ['', 'playground.html']) {
    for (const isSlow of [false, true]) {
      const visits: FirstLoad[] = [];
      for (let i = 0; i < VISITS; i++) visits.push(await measureFirstLoad(browser, site.url + page, isSlow));
      const times = visits.map(({ firstCrop }) => firstCrop);
      const kilobytes = (median(visits.map(({ bytes }) => bytes)) / 1000).toFixed(1);
      const seconds = [median(times), Math.min(...times), Math.max(...times)].map((time) => (time / 1000).toFixed(2));
      console.log(
        `${page || 'home page'}, ${encoding}, ${isSlow ? 'slow phone' : 'localhost'}: ${kilobytes} kB, first crop after ${seconds[0]} s (${seconds[1]} to ${seconds[2]} s)`,
      );
      if (process.argv.includes('--requests') && !isSlow) console.table(visits[0].requests);
    }
  }
  site.stop();
}
await browser.close();
