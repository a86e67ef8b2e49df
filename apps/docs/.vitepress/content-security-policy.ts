import { createHash } from 'node:crypto';

// The themes of code, and Vue's server-rendered styles, are style attributes, which no hash allows.
const STYLES = "style-src 'self' 'unsafe-inline'";

const INLINE_SCRIPT = /<script(?![^>]*\bsrc=)[^>]*>([\s\S]*?)<\/script>/g;

/** The policy of a page: its own files, the scripts inside it as they are now, WebAssembly, and no eval. */
function policyOf(html: string): string {
  const hashes = [...html.matchAll(INLINE_SCRIPT)].map(
    ([, script = '']) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`,
  );
  return [
    "default-src 'self'",
    ["script-src 'self' 'wasm-unsafe-eval'", ...new Set(hashes)].join(' '),
    STYLES,
    "img-src 'self' data: blob:",
    "media-src 'self' blob:",
    "connect-src 'self' data: blob:",
    "worker-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'none'",
  ].join('; ');
}

/** A built page with its Content-Security-Policy as a meta tag, before anything that it governs; for hosts that set no headers. */
export function withContentSecurityPolicy(html: string): string {
  const meta = `<meta http-equiv="Content-Security-Policy" content="${policyOf(html)}">`;
  const secured = html.replace(/<meta charset="[^"]*">/, (charset) => `${charset}\n    ${meta}`);
  if (secured === html) throw new Error('The page has no <meta charset>, after which its policy could stand');
  return secured;
}
