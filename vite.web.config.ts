import { existsSync } from 'node:fs';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { compressed, targets } from './vite.compressed.ts';

/** The faces: each an entry of its own, so that what a face loads is what it shows. */
const faces = ['portal', 'desk'].filter(face => existsSync(`src/main.${face}.tsx`));

const of = (packages: string) => new RegExp(`node_modules/(${packages})/`);

/**
 * What is fetched as one file: few requests on a bad line, and nothing before it is needed. The rest is a file for
 * each page that is loaded by itself.
 */
const groups = [
  { name: 'react', priority: 4, test: of('react|react-dom|scheduler') },
  {
    name: 'both-faces',
    priority: 3,
    test: /preload-helper|src\/(ui\/(?!charts|calendar|files|writing|drafts\/use-writing|net\/(upload|tus)|parts\/(week|WeekField|StretchFields|CheckGroup|ways|SearchField|narrowing|MorePages|WritingBox|FileField|FileRow|use-files|kept-files|file-field)|floating\/(?!floating\.css)|words\/(en|fr))|platform\/(?!text\/csv)|accounts\/web\/(?!desk|keys|keep-drafts|sign-out|several|words|welcome|PasswordField|SetupPage|SignInPage|WhoIsIt)|tickets\/rules\/(?!lists|words|steps|macros|fields|templates|attached|opening)|tickets\/web\/(words|StateShape|beside))/,
    minShareCount: 2,
  },
  // What pages behind the first screens share: files of their own, or they would come with an entry, and run it.
  { name: 'asked', priority: 3, test: /src\/tickets\/rules\/(steps|macros|fields)\/(?!asked)/ },
  { name: 'configuration', priority: 3, test: /src\/configuration\/(rules|web\/(shown|asked))/ },
  { name: 'rights', priority: 3, test: /src\/rights\/(rules|web\/(?!desk|portal|words\/|search))/ },
  { name: 'writing', priority: 3, test: /src\/ui\/(drafts\/use-writing|writing\/|parts\/WritingBox)/ },
  {
    name: 'forms',
    priority: 3,
    test: /src\/ui\/parts\/(week|WeekField|StretchFields|CheckGroup|ways|SearchField|narrowing)/,
  },
  {
    name: 'files',
    priority: 3,
    test: /src\/ui\/(files|net\/(upload|tus)|parts\/(FileField|FileRow|use-files|kept-files|file-field))/,
  },
  {
    name: 'calendar',
    priority: 3,
    test: /src\/(ui\/calendar\/(?!words)|schools\/(web\/days|rules\/day-off-kinds))/,
  },
  { name: 'agreement', priority: 3, test: /src\/agreements\/(rules\/|web\/portal\/(?!words\/))/ },
  { name: 'forum', priority: 3, test: /src\/forum\/(rules|web\/(?!words\/|portal|desk))/ },
  { name: 'answers', priority: 3, test: /src\/knowledge\/web\/portal\/(?!words\/)/ },
  { name: 'charts', priority: 3, test: /src\/ui\/charts\// },
  // All that the desk's entry names, in one.
  { name: 'desk', priority: 2, test: /main\.desk\.tsx|node_modules\/(@tanstack|use-sync-external-store)\// },
  // Second keys and accounts, of both faces: one file for what few open.
  { name: 'keys', priority: 2, test: /accounts\/web\/(keys\/(?!words))|node_modules\/@simplewebauthn\// },
  // What floats, and React Aria with it: no page waits for it (ui/floating/parts.ts).
  {
    name: 'floating',
    priority: 1,
    test: of('react-aria|react-aria-components|react-stately|@internationalized|clsx'),
  },
];

export default defineConfig({
  root: 'src',
  plugins: [react(), compressed()],
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    target: targets,
    // Nothing inline, in scripts, styles or data addresses: the content security policy allows none of it.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rollupOptions: {
      input: faces.map(face => `src/${face}.html`),
      output: { codeSplitting: { groups } },
    },
  },
});
