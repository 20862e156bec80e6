// Which browser the journeys, the pictures and the benchmarks are driven in.
import { spawnSync } from 'node:child_process';

export const onPath = name =>
  spawnSync('sh', ['-c', `command -v ${name}`], { encoding: 'utf8' }).stdout.trim() || undefined;

/** CHROMIUM when it is set, or the one that is made to be driven. */
export const shell = () => process.env.CHROMIUM || onPath('chromium-headless-shell');

/** That one, or any that has windows too; undefined when there is none. */
export const chromium = () =>
  shell() ?? onPath('chromium') ?? onPath('chromium-browser') ?? onPath('google-chrome');
