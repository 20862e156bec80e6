import { defineConfig } from 'vite';

/** The benchmarks' programs into dist/benchmarks, bundled like the server that they measure. */
export default defineConfig({
  build: {
    ssr: true,
    target: 'node20',
    outDir: 'dist/benchmarks',
    emptyOutDir: true,
    minify: false,
    rollupOptions: {
      input: {
        bench: 'benchmarks/bench.ts',
        bulk: 'benchmarks/bulk.ts',
        screens: 'benchmarks/screens.ts',
        reports: 'benchmarks/reports.ts',
        schools: 'benchmarks/schools.ts',
        importing: 'benchmarks/importing.ts',
        clocks: 'benchmarks/clocks.ts',
        'open-time': 'benchmarks/open-time.ts',
        suggesting: 'benchmarks/suggesting.ts',
        search: 'benchmarks/search.ts',
        callers: 'benchmarks/callers.ts',
        limit: 'benchmarks/limit.ts',
        crash: 'benchmarks/crash.ts',
        'embedded-worker': 'src/platform/db/embedded/worker.ts',
      },
      output: { entryFileNames: '[name].js', chunkFileNames: 'shared-[hash].js' },
    },
  },
});
