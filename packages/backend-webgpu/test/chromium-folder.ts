import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Chromium's own files: its software driver for Vulkan is among them. CHROMIUM names another program. */
export const CHROMIUM_FOLDERS: readonly string[] = [
  dirname(process.env.CHROMIUM ?? '/usr/bin/chromium'),
  '/usr/lib/chromium',
];

/** The folder of Chromium that has a software driver, SwiftShader; undefined where there is none. */
export function swiftShaderFolder(): string | undefined {
  return CHROMIUM_FOLDERS.find((folder) => existsSync(join(folder, 'vk_swiftshader_icd.json')));
}
