import type { Lang, Words } from '#platform/schemas.ts';

/** What a computer or a phone is told that puts the portal beside its own programs. */

const says: Words = {
  en: 'Ask the desk, read its answers, and find out why you can’t connect',
  fr: 'Écrire au centre d’aide, lire ses réponses, trouver pourquoi la connexion ne va pas',
};
const ways: { url: string; name: Words }[] = [
  { url: '/ask', name: { en: 'Ask', fr: 'Poser une question' } },
  { url: '/guide', name: { en: 'Can’t connect?', fr: 'Connexion impossible?' } },
];

const icon = (name: string, size: number, purpose?: 'maskable') => ({
  src: `/icons/${name}.png`,
  sizes: `${size}x${size}`,
  type: 'image/png',
  ...(purpose && { purpose }),
});

/** The manifest, by the name that the group has given itself. */
export const appManifest = (called: string | null, lang: Lang) => ({
  id: '/',
  name: called ?? 'Firstline',
  short_name: (called ?? 'Firstline').slice(0, 12).trim(),
  description: says[lang],
  lang,
  start_url: '/',
  scope: '/',
  display: 'standalone',
  background_color: '#f6f4ee',
  theme_color: '#0a5a63',
  icons: [icon('192', 192), icon('512', 512), icon('maskable-512', 512, 'maskable')],
  shortcuts: ways.map(({ url, name }) => ({ url, name: name[lang] })),
});
