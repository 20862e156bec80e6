import { checkAllSeals, type Checked } from '#accounts/server/story/seals.ts';
import { readConfig } from '#platform/config.ts';
import { filesOf, refuseMissing, toPerson, withDatabase } from './main.backup.ts';

/** `npm run verify`: checks the seals over both logs, and ends with 1 when one does not hold. */
export async function verify(args: readonly string[]): Promise<void> {
  await toPerson('verification', async () => {
    filesOf(args, 0);
    const config = readConfig(process.env);
    refuseMissing(config);
    const checked = await withDatabase(config, ({ owner }) => checkAllSeals(owner));
    for (const log of checked) console.log(sentenceOf(log));
    if (checked.some(({ broken }) => broken !== null)) process.exitCode = 1;
  });
}

function sentenceOf({ log, up_to, sealed_at, broken }: Checked): string {
  if (broken !== null)
    return `${log}: a line at or before ${broken} was changed or taken out behind the product's back, after the seal before it.`;
  if (!sealed_at) return `${log}: nothing is sealed yet.`;
  return `${log}: whole up to line ${up_to}, sealed ${sealed_at.toISOString()}.`;
}
