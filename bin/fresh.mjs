// What every command asks first: is everything installed, is everything built? Does only what is missing.
import { createHash } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
const needed = [20, 20];

/** Runs a command in the project's folder; ends the program with its code when it fails. */
export function run(command, args, env = {}) {
  const { status } = spawnSync(command, args, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...env },
  });
  if (status !== 0) process.exit(status ?? 1);
}

/** npm packages, when they are missing or other than the lock file says. */
export function install() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < needed[0] || (major === needed[0] && minor < needed[1])) {
    console.error(`Firstline needs Node ${needed.join('.')} or newer; this is ${process.versions.node}.`);
    process.exit(1);
  }
  if (stampIs('node_modules/.firstline', lockHash())) return;
  console.log('Installing packages …');
  run('npm', ['ci', '--no-fund', '--no-audit']);
  stamp('node_modules/.firstline', lockHash());
}

const lockHash = () =>
  createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');

const sources = [
  ...['src', 'package.json', 'package-lock.json', 'vite.compressed.ts'],
  ...['server', 'web', 'guide', 'worker'].map(face => `vite.${face}.config.ts`),
];

/** The server and the screens, when something they are made of has changed. */
export function build() {
  const now = sourcesHash();
  if (stampIs('dist/.firstline', now)) return;
  console.log('Building …');
  // The worker names the files of the others.
  for (const face of ['web', 'guide', 'worker', 'server']) bundle(`vite.${face}.config.ts`);
  stamp('dist/.firstline', now);
}

/** What one of Vite's configurations makes. */
export const bundle = config =>
  run(process.execPath, [
    join(root, 'node_modules/vite/bin/vite.js'),
    'build',
    '-c',
    config,
    '--logLevel',
    'warn',
  ]);

/** Names, sizes and times of the sources: enough to see a change, quick enough for every start. */
function sourcesHash() {
  const hash = createHash('sha256');
  const add = path => {
    const { size, mtimeMs } = statSync(path);
    hash.update(`${path} ${size} ${mtimeMs}\n`);
  };
  for (const source of sources) {
    const path = join(root, source);
    if (!statSync(path).isDirectory()) add(path);
    else
      for (const entry of readdirSync(path, { recursive: true, withFileTypes: true }))
        if (entry.isFile() && !entry.name.includes('.test.'))
          add(join(entry.parentPath ?? entry.path, entry.name));
  }
  return hash.digest('hex');
}

const stampIs = (path, text) =>
  existsSync(join(root, path)) && readFileSync(join(root, path), 'utf8') === text;

function stamp(path, text) {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}
