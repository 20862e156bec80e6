import { chromium } from 'playwright-core';
import { spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
const dir = mkdtempSync('/tmp/f-town-');
const server = spawn(process.execPath, ['dist/server/start.js', '--demo'], { env: { ...process.env, PORT: '0', DATA_DIR: dir, LOG_LEVEL: 'error' } });
let said=''; server.stdout.on('data', t => said += t); server.stderr.on('data', t => said += t);
let address; for (let i=0;i<1500 && !(address=/open at (http:\S+)/.exec(said)?.[1]);i++) await new Promise(r=>setTimeout(r,100));
if (!address) console.log(said.slice(-500));
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox','--disable-gpu'] });
const shot = async (page, name) => { await page.waitForTimeout(900); await page.screenshot({ path: `/tmp/f/${name}.png`, fullPage: name.includes('full') }); };
const open = async (w, h, dark) => { const c = await browser.newContext({ baseURL: address, viewport: { width: w, height: h }, colorScheme: dark ? 'dark' : 'light', locale: 'en-CA' }); const p = await c.newPage(); p.setDefaultTimeout(25000); p.on('pageerror', e => console.log('ERR', e.message)); return p; };
const pw = 'the demo town';
const go = async (p, u, who) => { await p.goto('/sign-in'); await p.getByLabel('User name').fill(u); await p.getByLabel('Password').fill(pw); await p.keyboard.press('Enter'); if (who) await p.getByRole('button', { name: who }).click(); await p.waitForURL(u => !u.pathname.startsWith('/sign-in')); };
try {
  const a = await open(1440, 900); await go(a, 'arun'); await a.goto('/desk/account'); await a.getByRole('button', { name: 'Add a key' }).click(); await shot(a, 'desk-add');
  await a.getByLabel('Your password').fill(pw); await a.keyboard.press('Enter'); await a.getByAltText(/secret/).waitFor(); await shot(a, 'desk-totp-full');
  await a.goto('/desk/people'); await a.getByRole('button', { name: 'Keys and sessions of Arun' }).click(); await shot(a, 'desk-people');
  const n = await open(1366, 768, true); await go(n, 'nadia'); await n.goto('/desk/schools/1'); await n.getByRole('button', { name: /Keys and sessions of Priya/ }).click(); await n.getByRole('button', { name: /Keys and sessions of Priya/ }).scrollIntoViewIfNeeded(); await shot(n, 'desk-school');
  await n.goto('/desk/account'); await shot(n, 'desk-account-dark');
  const m = await open(390, 844); await go(m, 'alder', 'Priya Nair'); await m.goto('/account'); await shot(m, 'portal-phone-full');
  await m.getByRole('checkbox', { name: /Everybody/ }).click();
  const s = await open(390, 844, true); await s.goto('/sign-in'); await s.getByLabel('User name').fill('alder'); await s.getByLabel('Password').fill(pw); await s.keyboard.press('Enter'); await s.getByRole('button', { name: 'Sam Okoro' }).click(); await s.getByRole('heading', { name: /Set up/ }).waitFor(); await shot(s, 'setup-phone');
  await s.getByRole('radio', { name: /PIN/ }).check(); await s.getByRole('button', { name: 'Next' }).click(); await s.getByLabel('Your new PIN').fill('193847'); await s.keyboard.press('Enter'); await s.getByRole('button', { name: /I have kept/ }).waitFor(); await shot(s, 'codes-phone');
  const t = await open(1440, 900); await t.goto('/sign-in'); await t.getByLabel('User name').fill('alder'); await t.getByLabel('Password').fill(pw); await t.keyboard.press('Enter'); await t.getByRole('button', { name: 'Sam Okoro' }).click(); await t.getByRole('heading', { name: /Your second key/ }).waitFor(); await shot(t, 'ask');
  const l = await open(1366, 768); await l.goto(address.replace('127.0.0.1','localhost') + '/sign-in'); await shot(l, 'signin-localhost');
} catch (e) { console.log(String(e).slice(0, 600)); }
await browser.close(); server.kill('SIGTERM');
