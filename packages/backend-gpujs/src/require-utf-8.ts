import { CropError } from '@cropgrad/core';

// gpu.js has a regular expression of letters beyond ASCII. Where a bundler writes them out, and the browser takes the script
// for another encoding, gpu.js throws that its range is out of order. So this module comes before gpu.js, with such a letter
// of its own, which JSON.parse keeps from minifiers that would count it beforehand.
const letter: string = JSON.parse('"\u00aa"');

if (letter.length !== 1) {
  throw new CropError('NO_DEVICE', {
    what: "gpujs: the script's encoding",
    got: 'a script that is not read as UTF-8',
    expected: 'UTF-8, as gpu.js contains letters that are not ASCII',
    next: 'Put <meta charset="utf-8"> first in the <head> of the page, or load the script with type="module"',
  });
}
