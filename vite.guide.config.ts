import { defineConfig } from 'vite';
import { compressed, targets } from './vite.compressed.ts';

/** The guide by itself: it shares no file with the other faces, so that it loads what it shows and nothing beside it. */
export default defineConfig({
  root: 'src',
  plugins: [compressed()],
  // What goes by a name that stays was put there with the other faces.
  publicDir: false,
  build: {
    outDir: '../dist/web',
    // The other faces stand there already.
    emptyOutDir: false,
    target: targets,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rollupOptions: { input: 'src/guide.html' },
  },
});
