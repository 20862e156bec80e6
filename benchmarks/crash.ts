import { openGrounds, servers_on } from './county/grounds.ts';
import { crash, isClean } from './crash/rounds.ts';
import { optionsOf, type Options } from './options.ts';

/** npm run crash [-- --rounds 100 --database postgres|embedded|both]: ends with 1 when an acknowledged write was lost or doubled; on PostgreSQL of two servers. */
async function crashOn({ rounds, databases }: Options): Promise<void> {
  for (const database of databases) {
    const grounds = await openGrounds(database, 100);
    const killAfterMs = () => 50 + Math.random() * 1450;
    const crashed = await crash(grounds, { rounds, servers: servers_on[database], killAfterMs }).finally(
      grounds.close,
    );
    console.log(`${database}: ${isClean(crashed) ? 'nothing lost, nothing doubled' : 'WRONG'}`, crashed);
    if (!isClean(crashed)) process.exitCode = 1;
  }
}

process.once('SIGINT', () => process.exit(130));
await crashOn(optionsOf(process.argv.slice(2)));
