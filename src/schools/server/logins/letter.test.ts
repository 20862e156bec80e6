import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { letter_words } from '../../rules/letter.ts';
import { printLetters, type Letter } from './letter.ts';

// As long as names may be.
const igroup = {
  name: 'Consortium of the Schools of the Northern Interior and Coast',
  system: 'British Columbia enterprise Student Information System',
};
const sending = { igroup, now: new Date('2026-09-08T17:00:00Z'), address: 'https://help.example.ca' };
const letter = (name: string, people: string[]): Letter => ({
  school: {
    id: 1,
    code: 'ESDIL',
    name,
    town: 'Alexandria',
    zone: 'America/Vancouver',
    username: null,
    people,
  },
  username: 'esdil',
  password: 'bcdf-ghjk-mnpq-2345',
});

test('a letter is a page of its own, in the language asked for, with its letters in it', async () => {
  const letters = [
    letter('ʔesdilagh School', ['Ruth Ɂelhdaqox']),
    letter(
      'St. Anne’s',
      [...Array(20).keys()].map(at => `Élodie Gagnon ${at}`),
    ),
  ];
  for (const lang of ['en', 'fr'] as const) {
    const file = await printLetters(letters, { ...sending, lang });
    const text = file.toString('latin1');
    expect(text.slice(0, 5)).toBe('%PDF-');
    expect(text.match(/\/Type \/Page\b/g)).toHaveLength(2);
    expect(text).toContain('/FontFile2');
    expect(text).toContain(`/Lang (${lang})`);
    const read = readBack(file);
    if (read === undefined) continue;
    for (const words of ['ʔesdilagh School', 'Ruth Ɂelhdaqox', 'Élodie Gagnon 11', 'bcdf-ghjk-mnpq-2345'])
      expect(read).toContain(words);
    expect(read).toContain(letter_words[lang].title);
    expect(read).toContain(igroup.name);
    expect(read).toContain(letter_words[lang].helps_with(igroup.system));
    expect(read).toContain(letter_words[lang].more(8));
    expect(read).toContain(lang === 'en' ? '8 September 2026' : '8 septembre 2026');
  }
});

/** The words of a PDF, where the program that reads them is installed. */
function readBack(file: Buffer): string | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'firstline-letter-'));
  try {
    writeFileSync(join(folder, 'letter.pdf'), file);
    const text = execFileSync('pdftotext', ['-layout', join(folder, 'letter.pdf'), '-'], {
      encoding: 'utf8',
    });
    return text.replaceAll(/\s+/g, ' ');
  } catch (error) {
    if ((error as { code?: string }).code === 'ENOENT') return undefined;
    throw error;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
