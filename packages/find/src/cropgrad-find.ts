import { stat } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { FIND_MODELS } from '@cropgrad/register';
import { Command, InvalidArgumentError, Option } from 'commander';
import { InputError } from './command/input-error.js';
import { runCommand, type Status } from './command/run-command.js';
import { findInFolders } from './folder/find-in-folders.js';
import { findPair } from './pair/find-pair.js';
import type { MatchOptions } from './pair/match.js';
import { work } from './queue/work.js';

interface Flags extends MatchOptions {
  json: boolean;
  overlay?: string;
  out?: string;
  threads: number;
  queue?: string;
  work: boolean;
}

/** The command `cropgrad-find`, with the arguments after its name. Prints, writes files, and gives the exit status. */
export function cropgradFind(args: readonly string[]): Promise<Status> {
  const command = new Command('cropgrad-find')
    .description(
      'Finds where in a photo a thumbnail was cut from, whatever its size, lightness and contrast.\n' +
        'With two folders: which photo each thumbnail was cut from, and where; run it again to continue where it stopped.',
    )
    .argument('<photo>', 'an image file, or a folder of them')
    .argument('<thumbnail>', 'likewise')
    .addOption(
      new Option('--model <name>', 'rotatedBox: the thumbnail may be turned by up to 10 degrees')
        .choices(FIND_MODELS)
        .default('box'),
    )
    .option(
      '--enlarged',
      'the thumbnail may be enlarged, up to 3 times along each side; takes ten times as long',
      false,
    )
    .option('--json', 'print the answer as JSON (files)', false)
    .option('--overlay <file>', 'write the photo with the box on it, as a png (files)')
    .option('--out <file>', 'the table to write, as CSV (folders)')
    .option('--threads <n>', 'how many tasks run at a time (folders)', readCount, availableParallelism())
    .option('--queue <url>', 'share the work through Redis: redis://… (folders)')
    .option('--work', 'do the work that others put into --queue, until you stop it', false)
    .addHelpText('after', '\nExit status: 0 found (all of them), 1 not found, 2 bad input.')
    .action(run);
  return runCommand(command, args);
}

async function run(photo: string, thumbnail: string, flags: Flags): Promise<void> {
  const { out, queue } = flags;
  if (!(await areFolders(photo, thumbnail))) {
    refuse(flags, ['out', 'queue', 'work'], 'is for two folders, and these are files');
    return findPair(photo, thumbnail, { ...flags, overlay: flags.overlay });
  }
  refuse(flags, ['json', 'overlay'], 'is for two files, and these are folders');
  const folders = { photos: photo, thumbnails: thumbnail, threads: flags.threads };
  if (flags.work) {
    if (queue === undefined) throw new InputError('--work: say which --queue, such as redis://localhost');
    refuse(flags, ['out'], 'is for the process that writes the table: leave it out with --work');
    return work(folders, queue);
  }
  if (out === undefined) throw new InputError('two folders need --out, such as --out table.csv');
  const { model, enlarged } = flags;
  return findInFolders({ ...folders, out, queue, match: { model, enlarged } });
}

/** Throws an InputError for flags that do not apply here. */
function refuse(flags: Flags, names: readonly (keyof Flags)[], why: string): void {
  const given = names.find((name) => flags[name] !== undefined && flags[name] !== false);
  if (given !== undefined) throw new InputError(`--${given} ${why}`);
}

async function areFolders(photo: string, thumbnail: string): Promise<boolean> {
  const [first, second] = await Promise.all([isFolder(photo), isFolder(thumbnail)]);
  if (first !== second) throw new InputError(`${first ? thumbnail : photo}: give two files, or two folders`);
  return first;
}

async function isFolder(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => undefined);
  if (!found) throw new InputError(`there is no file or folder ${path}`);
  return found.isDirectory();
}

function readCount(text: string): number {
  if (/^[1-9]\d{0,3}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('Expected a number from 1 to 9999.');
}
