import { closeSync, fdatasyncSync, fsyncSync, openSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { NodeFS } from '@electric-sql/pglite/nodefs';

/**
 * PGlite's file system on `folder`, with the fsync that it leaves out: without, a commit could be lost when the power
 * goes. `disk.syncs` counts them.
 */
export function syncedFolder(folder: string, disk: { syncs: number }): NodeFS {
  const fs = new NodeFS(folder);
  const init = fs.init.bind(fs);
  fs.init = async (pg, options) => {
    const { emscriptenOpts } = await init(pg, options);
    const addSync = (module: unknown) => {
      const { NODEFS } = module as { NODEFS: NodeFsModule };
      NODEFS.stream_ops.fsync = stream => {
        disk.syncs += 1;
        NODEFS.tryFSOperation(() =>
          stream.nfd === undefined ? syncPath(NODEFS.realPath(stream.node)) : fdatasyncSync(stream.nfd),
        );
        return 0;
      };
    };
    return { emscriptenOpts: { ...emscriptenOpts, preRun: [addSync, ...(emscriptenOpts.preRun ?? [])] } };
  };
  return fs;
}

/** What we use of Emscripten's file system on Node. A folder's stream has no descriptor. */
interface NodeFsModule {
  stream_ops: { fsync?: (stream: { nfd?: number; node: unknown }) => number };
  realPath(node: unknown): string;
  tryFSOperation(operation: () => void): void;
}

/** Syncs a file, or a folder's list of names. */
export function syncPath(path: string): void {
  const descriptor = openSync(path, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** Syncs everything under `folder`, and itself. */
export function syncTree(folder: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) syncTree(path);
    else syncPath(path);
  }
  syncPath(folder);
}
