import { openDatabase } from '#platform/db/database.ts';
import { migrate } from '#platform/db/migrations.ts';
import { Misconfigured, readConfig } from '#platform/config.ts';
import { platformAgrees } from '#sla/rules/zones.ts';
import { prepareDemo, refuseDemoElsewhere } from '#testing/demo.ts';
import { prepareSetup } from '#accounts/server/accounts.ts';
import { openServer } from './main.server.ts';

/** The program: configuration, database, migrations, the demo town or the first code, then the server until a signal. */
async function start(): Promise<void> {
  const config = readConfig(process.env, process.argv.slice(2));
  const database = await openDatabase(config, {
    onLost: fail,
    onWarning: sentence => console.warn(sentence),
  });
  const clock = () => new Date();
  await migrate(database.pool);
  if (!config.demo) await refuseDemoElsewhere(database);
  const signIns = config.demo ? await prepareDemo(database, config, clock()) : undefined;
  const code = config.demo ? undefined : await prepareSetup(database, clock);
  const server = await openServer(config, { database, clock });
  if (!platformAgrees())
    server.app.log.warn(
      'this Node does not know that British Columbia keeps UTC-7 all year; Firstline does, but a newer Node is better',
    );
  await server.warm();
  const listening = await server.app.listen({ host: config.host, port: config.port });
  stopOnSignals(server.stop);
  say(config.public_url?.origin ?? listening, code, signIns);
}

function stopOnSignals(stop: () => Promise<void>): void {
  let stopping = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.on(signal, () => {
      if (stopping) return;
      stopping = true;
      stop().then(
        () => process.exit(0),
        error => fail(error),
      );
    });
}

function say(address: string, code: string | undefined, signIns: readonly string[] | undefined): void {
  const lines = ['', `  Firstline is open at ${address}`];
  if (signIns) lines.push('', '  The demo town. Sign in as:', ...signIns.map(line => `    ${line}`));
  if (code)
    lines.push('', `  This installation is empty. Open ${address}/setup and type this code once: ${code}`);
  console.log([...lines, ''].join('\n'));
}

function fail(error: unknown): never {
  console.error(error instanceof Misconfigured ? error.message : error);
  process.exit(1);
}

start().catch(fail);
