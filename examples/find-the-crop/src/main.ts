import { runCommand } from '../../../commands/run-command.js';
import { readOptions } from './options.js';

await runCommand(async () => {
  const options = readOptions(process.argv);
  // tfjs takes a second to load, and a wrong option is refused before that.
  const { findTheCrop } = await import('./find-the-crop.js');
  await findTheCrop(options);
});
