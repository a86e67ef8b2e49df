/** How many bytes of a file tell its format. */
const HEAD = 512;

/** The brands of HEIC and HEIF in a file's first box. AVIF, which browsers read, has them beside its own. */
const HEIC_BRANDS = ['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'mif1', 'msf1'];
const AVIF_BRANDS = ['avif', 'avis'];

/** The formats of images that most browsers cannot read as pixels, as far as a file's first bytes tell; undefined for others. */
export async function unreadFormat(file: Blob): Promise<'HEIC' | 'SVG' | undefined> {
  const head = new Uint8Array(await file.slice(0, HEAD).arrayBuffer());
  if (isHeic(String.fromCharCode(...head))) return 'HEIC';
  const isSvg = /^\s*(<\?xml[^>]*\?>\s*|<!--[\s\S]*?-->\s*|<!DOCTYPE svg[^>]*>\s*)*<svg[\s>]/.test(
    new TextDecoder().decode(head),
  );
  return isSvg || file.type === 'image/svg+xml' ? 'SVG' : undefined;
}

/** Whether a file begins with a box `ftyp`, as MP4, HEIC and AVIF do, whose brands are HEIC's. */
function isHeic(head: string): boolean {
  if (head.slice(4, 8) !== 'ftyp') return false;
  const length = [0, 1, 2, 3].reduce((sum, k) => 256 * sum + head.charCodeAt(k), 0);
  const brands = [head.slice(8, 12), ...(head.slice(16, length).match(/[\s\S]{4}/g) ?? [])];
  return brands.some((brand) => HEIC_BRANDS.includes(brand)) && !brands.some((brand) => AVIF_BRANDS.includes(brand));
}
