import { defineConfig } from 'vite';

/** The server: one file for each program that Node starts, packages left outside. */
export default defineConfig({
  build: {
    ssr: true,
    target: 'node20',
    outDir: 'dist/server',
    emptyOutDir: true,
    sourcemap: true,
    minify: false,
    rollupOptions: {
      input: {
        start: 'src/main.start.ts',
        'embedded-worker': 'src/platform/db/embedded/worker.ts',
        backup: 'src/main.backup.ts',
        restore: 'src/main.restore.ts',
        verify: 'src/main.verify.ts',
      },
      output: { entryFileNames: '[name].js', chunkFileNames: 'shared-[hash].js' },
    },
  },
});
