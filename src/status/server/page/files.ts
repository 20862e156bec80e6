import { randomUUID } from 'node:crypto';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Keeps files in a folder that another host serves: each is whole under its name at any time, as it is written beside
 * and then renamed. What is there already as it should be is not written again.
 */
export function keepFiles(folder: string): (files: Record<string, string>) => Promise<void> {
  const kept = new Map<string, string>();
  return async files => {
    await mkdir(folder, { recursive: true });
    for (const [name, content] of Object.entries(files)) {
      if (kept.get(name) === content) continue;
      await putWhole(join(folder, name), content);
      kept.set(name, content);
    }
  };
}

async function putWhole(path: string, content: string): Promise<void> {
  const beside = `${path}.${randomUUID()}`;
  try {
    // Whoever serves the folder may be another user of the computer.
    const file = await open(beside, 'wx', 0o644);
    try {
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(beside, path);
  } finally {
    await rm(beside, { force: true });
  }
}
