// npm run docs: writes what the docs show of the code, and takes the pictures of the screens from the demo town.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { chromium } from './chromium.mjs';
import { build, install, root } from './fresh.mjs';

install();
build();

const report_card = ({ items }) => items.find(each => each.subject.startsWith('Report card comments')).number;

/** What the README and the handbook show: who looks at what. */
const pictures = [
  { name: 'portal', who: 'Maria Santos', pathOf: () => '/' },
  { name: 'portal-ticket', who: 'Maria Santos', pathOf: tickets => `/tickets/${report_card(tickets)}` },
  { name: 'desk', who: 'Maya Chen', pathOf: tickets => `/desk/tickets/${report_card(tickets)}` },
  { name: 'desk-table', who: 'Nadia Petrov', pathOf: () => '/desk?show=table&group=state' },
  {
    name: 'desk-palette',
    who: 'Maya Chen',
    pathOf: tickets => `/desk/tickets/${report_card(tickets)}`,
    then: async page => {
      await page.keyboard.press('Control+k');
      await page.getByRole('combobox', { name: 'Search or do anything' }).waitFor();
      await page.waitForTimeout(400);
    },
  },
];

const { runnerImport } = await import('vite');
const { module: docs } = await runnerImport(join(root, 'src/main.docs.ts'));

function write(file, name, drawing) {
  const path = join(root, file);
  writeFileSync(path, docs.placed(readFileSync(path, 'utf8'), name, drawing));
  console.log(`Drawn: ${name} in ${file}`);
}

for (const [name, { file, draw }] of Object.entries(docs.drawings)) write(file, name, draw());

const town = await startTown();
try {
  const api = await (await fetch(`${town.address}/api/openapi.json`)).json();
  write('docs/api/routes.md', 'routes', docs.drawRoutes(api));
  await takePictures(town);
} finally {
  await town.stop();
}

/** The demo town in a folder of its own, on a free port. */
async function startTown() {
  const folder = mkdtempSync(join(tmpdir(), 'firstline-docs-'));
  const env = {
    ...process.env,
    DATA_DIR: folder,
    DATABASE_URL: '',
    HOST: '127.0.0.1',
    PORT: '0',
    PUBLIC_URL: '',
    LOG_LEVEL: 'silent',
  };
  const server = spawn(process.execPath, ['dist/server/start.js', '--demo'], {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise(settle => server.once('exit', settle));
  const stop = async () => {
    server.kill('SIGTERM');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  for await (const line of createInterface(server.stdout)) {
    const address = /open at (\S+)/.exec(line)?.[1];
    if (address)
      return { address, stop, signIns: JSON.parse(readFileSync(join(folder, 'demo-sign-ins.json'), 'utf8')) };
  }
  await stop();
  throw new Error('the demo town did not start');
}

async function takePictures({ address, signIns }) {
  const executablePath = chromium();
  if (!executablePath || !existsSync(executablePath))
    return console.log('Skipped: the pictures, as no Chromium was found (set CHROMIUM to its path)');
  const { chromium: browsers } = await import('playwright-core');
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const browser = await browsers.launch({ executablePath, args });
  try {
    for (const picture of pictures) await takePicture(browser, picture);
  } finally {
    await browser.close();
  }

  async function takePicture(on, { name, who, pathOf, then }) {
    const { username, password, person } = signIns.find(each => each.name === who);
    const context = await on.newContext({
      baseURL: address,
      viewport: { width: 1366, height: 768 },
      locale: 'en-CA',
      colorScheme: 'light',
      reducedMotion: 'reduce',
    });
    const signedIn = await context.request.post('/api/session', { data: { username, password, person } });
    if (!signedIn.ok()) throw new Error(`${who} cannot sign in: ${signedIn.status()}`);
    const tickets = await (await context.request.get('/api/tickets?limit=100&state=all')).json();
    const page = await context.newPage();
    await page.goto(pathOf(tickets));
    await page.getByRole('heading', { level: 1 }).first().waitFor();
    await page.evaluate(() => document.fonts.ready);
    await page.waitForTimeout(800); // what comes after the first answer: counts, the story
    await then?.(page);
    const path = join(root, 'docs/pictures', `${name}.png`);
    mkdirSync(dirname(path), { recursive: true });
    await page.screenshot({ path });
    await context.close();
    console.log(`Taken: docs/pictures/${name}.png`);
  }
}
