/** The look of `/api/docs`: system fonts, light and dark, prints well. */
export const apiPageStyle = `
:root { color-scheme: light dark; --ink: #1a1d1c; --quiet: #5e645f; --line: #dcd7ca; --paper: #fffefb; --accent: #0a5a63; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #eceae3; --quiet: #9ca19a; --line: #2f3533; --paper: #1d2120; --accent: #6fc6c4; }
}
body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.5 'Segoe UI', system-ui, sans-serif; }
main { max-width: 960px; margin: 0 auto; padding: 32px 16px 64px; }
h1 small { color: var(--quiet); font-size: 1rem; font-weight: 400; }
h2 { margin-top: 40px; text-transform: capitalize; }
h3 { margin: 16px 0 4px; font-size: 1rem; }
a { color: var(--accent); }
details { border-top: 1px solid var(--line); padding: 8px 0; }
summary { cursor: pointer; }
code { font: 0.9375em ui-monospace, 'Cascadia Mono', Menlo, monospace; overflow-wrap: anywhere; }
summary b { display: inline-block; min-width: 4.5em; color: var(--accent); }
table { border-collapse: collapse; width: 100%; }
th, td { padding: 4px 12px 4px 0; text-align: left; vertical-align: top; font-weight: 400; }
td:last-child { color: var(--quiet); white-space: nowrap; }
@media print { details::details-content { content-visibility: visible; } }
`;
