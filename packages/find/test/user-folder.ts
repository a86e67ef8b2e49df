import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import sharp, { type Sharp } from 'sharp';

/** A photo of 512 x 512 pixels, of the example. */
export const ASTRONAUT: string = join(import.meta.dirname, '../../../examples/find-the-crop/astronaut.png');

/** A folder of a user's. */
export class UserFolder {
  readonly folder: string = mkdtempSync(join(tmpdir(), 'cropgrad-find-'));

  path(file: string): string {
    return join(this.folder, file);
  }

  read(file: string): string {
    return readFileSync(this.path(file), 'utf8');
  }

  write(file: string, text: string): string {
    mkdirSync(dirname(this.path(file)), { recursive: true });
    writeFileSync(this.path(file), text);
    return this.path(file);
  }

  /** Writes a picture, as what its name says, and gives its path. */
  async save(file: string, picture: Sharp): Promise<string> {
    mkdirSync(dirname(this.path(file)), { recursive: true });
    await picture.toFile(this.path(file));
    return this.path(file);
  }

  remove(): void {
    rmSync(this.folder, { recursive: true });
  }
}

/** A part of the photo. */
export function cut(left: number, top: number, width: number, height: number): Sharp {
  return sharp(ASTRONAUT).extract({ left, top, width, height });
}
