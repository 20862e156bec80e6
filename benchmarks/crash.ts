import { openGrounds } from './county/grounds.ts';
import { crash, isClean } from './crash/rounds.ts';
import { optionsOf, type Options } from './options.ts';

/** npm run crash [-- --rounds 100 --database postgres|embedded|both]: ends with 1 when an acknowledged write was lost or doubled. */
async function crashOn({ rounds, databases }: Options): Promise<void> {
  for (const database of databases) {
    const grounds = await openGrounds(database, 100);
    const crashed = await crash(grounds, rounds, () => 50 + Math.random() * 1450).finally(grounds.close);
    console.log(`${database}: ${isClean(crashed) ? 'nothing lost, nothing doubled' : 'WRONG'}`, crashed);
    if (!isClean(crashed)) process.exitCode = 1;
  }
}

process.once('SIGINT', () => process.exit(130));
await crashOn(optionsOf(process.argv.slice(2)));
