import { describe, expect, it } from 'vitest';
import { unreadFormat } from '../playground/worker/image-format.js';

/** The first box of a file of HEIC's family: its length, its name, and its brands. */
function withBrands(major: string, ...others: string[]): Uint8Array<ArrayBuffer> {
  const text = `ftyp${major}\0\0\0\0${others.join('')}`;
  return Uint8Array.from([0, 0, 0, 4 + text.length, ...new TextEncoder().encode(text), ...new Array(40).fill(7)]);
}

function file(content: string | Uint8Array<ArrayBuffer>, type = ''): Promise<string | undefined> {
  return unreadFormat(new Blob([content], { type }));
}

describe('what a file that cannot be read is', () => {
  it.each([[withBrands('heic', 'mif1', 'heic')], [withBrands('mif1', 'MiHE', 'heix')], [withBrands('msf1', 'hevc')]])(
    'is HEIC by its first bytes, whatever its name',
    async (content) => {
      expect(await file(content)).toBe('HEIC');
      expect(await file(content, 'image/jpeg')).toBe('HEIC');
    },
  );

  it('is not HEIC where it is AVIF, which has brands of both, or a video', async () => {
    expect(await file(withBrands('mif1', 'avif', 'miaf'))).toBeUndefined();
    expect(await file(withBrands('avif', 'mif1'))).toBeUndefined();
    expect(await file(withBrands('isom', 'mp42'))).toBeUndefined();
  });

  it.each([
    ['<svg xmlns="http://www.w3.org/2000/svg"/>'],
    [' <?xml version="1.0"?>\n<!-- made by hand -->\n<!DOCTYPE svg PUBLIC "x">\n<svg>'],
    ['\ufeff<svg width="1">'],
  ])('is SVG by its text: %j', async (content) => {
    expect(await file(content)).toBe('SVG');
  });

  it('is SVG by its type, and nothing else by either', async () => {
    expect(await file('<!DOCTYPE svg [<!ENTITY a "b">]>', 'image/svg+xml')).toBe('SVG');
    expect(await file('<html><svg></svg>', 'text/html')).toBeUndefined();
    expect(await file('no pixels here', 'image/png')).toBeUndefined();
    expect(await file('')).toBeUndefined();
  });
});
