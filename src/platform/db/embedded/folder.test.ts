import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { checkFolder, postgresMajor } from './folder.ts';

let folder: string;
beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'folder-')), 'database');
  mkdirSync(folder);
});
afterEach(() => rmSync(join(folder, '..'), { recursive: true }));

test('an absent and an empty folder may become a database', () => {
  checkFolder(folder);
  checkFolder(join(folder, 'absent'));
});

test('a database of our PostgreSQL version opens', () => {
  writeFileSync(join(folder, 'PG_VERSION'), `${postgresMajor}\n`);
  checkFolder(folder);
});

test('one of another version is refused, saying what to do', () => {
  writeFileSync(join(folder, 'PG_VERSION'), '17\n');
  expect(() => checkFolder(folder)).toThrow(
    /written by PostgreSQL 17.*make a backup with the version that wrote it/,
  );
});

test('a folder of something else is refused and left as it is', () => {
  writeFileSync(join(folder, 'thesis.txt'), '');
  expect(() => checkFolder(folder)).toThrow('holds something that is not a database');
});
