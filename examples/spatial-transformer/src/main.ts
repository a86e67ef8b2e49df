import { join } from 'node:path';
import { Command } from 'commander';
import { prepareFolder } from '../../../commands/prepare-folder.js';
import { oneLine, runCommand } from '../../../commands/run-command.js';
import { userPath } from '../../../commands/user-path.js';
import { SET_NAMES, type SetName } from './distorted-set.js';
import { minutes, namesOf, wholeNumber, wholeNumbers } from './flags.js';
import { readTrials } from './learning-rates.js';
import { NET_NAMES, type NetName } from './nets.js';
import { MOST_SEED } from './random-stream.js';
import { report } from './report/report.js';
import { RESULTS } from './results.js';
import { train } from './train.js';
import { tune } from './tune.js';
import { useWasm } from './use-wasm.js';

const MOST_STEPS = 100_000;
const OUT = join(import.meta.dirname, '../out');

const program = new Command('spatial-transformer')
  .description('Trains nets on distorted digits, with and without a spatial transformer.')
  .showSuggestionAfterError(false)
  .configureOutput({ outputError: (text, write) => write(`${oneLine(text)}\n`) });

program
  .command('train', { isDefault: true })
  .description('trains what has no result yet, and goes on where it stopped')
  .option('--sets <names>', `of ${SET_NAMES.join(',')}`, namesOf(SET_NAMES), ['RTS'])
  .option('--nets <names>', `of ${NET_NAMES.join(',')}`, namesOf(NET_NAMES), ['FCN', 'ST-FCN'])
  .option('--seeds <numbers>', 'decide the first weights and all distortions', wholeNumbers(1, MOST_SEED), [1])
  .option('--steps <count>', 'training steps, 64 digits each', wholeNumber(1, MOST_STEPS), 300)
  .option('--minutes <number>', 'stops after so long, to go on the next time', minutes, Number.POSITIVE_INFINITY)
  .option('--out <dir>', 'where results, pictures and checkpoints go (default: out/ beside this example)')
  .action((flags: TrainFlags) =>
    runCommand(async () => {
      const out = folderOf(flags.out, OUT);
      const checkpoints = join(out, 'checkpoints');
      await prepareFolder(checkpoints, []);
      await useWasm();
      const results = await train(
        { ...flags, out, checkpoints, deadline: deadlineOf(flags.minutes) },
        await readTrials(RESULTS),
      );
      console.log(`${results.length} of ${flags.sets.length * flags.nets.length * flags.seeds.length} are in ${out}`);
    }),
  );

program
  .command('tune')
  .description('tries learning rates, on the validation part')
  .option('--sets <names>', `of ${SET_NAMES.join(',')}`, namesOf(SET_NAMES), [...SET_NAMES])
  .option('--nets <names>', `of ${NET_NAMES.join(',')}`, namesOf(NET_NAMES), [...NET_NAMES])
  .option('--steps <count>', 'training steps of each try', wholeNumber(1, MOST_STEPS), 300)
  .option('--minutes <number>', 'stops after so long, to go on the next time', minutes, Number.POSITIVE_INFINITY)
  .option('--out <dir>', 'where learning-rates.json goes (default: results/ beside this example)')
  .action((flags: TuneFlags) =>
    runCommand(async () => {
      const out = folderOf(flags.out, RESULTS);
      await prepareFolder(out, []);
      await useWasm();
      await tune({ ...flags, out, deadline: deadlineOf(flags.minutes) });
    }),
  );

program
  .command('report')
  .description('makes tables and curves of the results in a folder')
  .option('--results <dir>', 'where they are (default: results/ beside this example)')
  .action(({ results }: { results?: string }) =>
    runCommand(async () => {
      const folder = results === undefined ? RESULTS : userPath('--results', results);
      await report(folder);
      console.log(`wrote ${join(folder, 'README.md')} and curves.svg`);
    }),
  );

await program.parseAsync(process.argv);

interface TuneFlags {
  sets: SetName[];
  nets: NetName[];
  steps: number;
  minutes: number;
  out?: string;
}

interface TrainFlags extends TuneFlags {
  seeds: number[];
}

function folderOf(out: string | undefined, byDefault: string): string {
  return out === undefined ? byDefault : userPath('--out', out);
}

function deadlineOf(minutes: number): number {
  return performance.now() + 60_000 * minutes;
}
