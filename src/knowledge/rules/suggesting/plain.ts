/** A text in Markdown as it is read aloud: without its marks. Plain text stays as it is. */
export const plainOf = (body: string): string =>
  body
    .replace(/!?\[([^\]\n]*)\]\([^)\n]*\)/g, '$1')
    .replace(/\[!\w+\]/g, '')
    .replace(/\[\[([^\]\n]*)\]\]/g, '$1')
    .replace(/^[ \t]*(?:#{1,6}|>|[-*+]|\d{1,3}[.)])[ \t]+/gm, '')
    .replace(/^[ \t]*(?:#{1,6}|>|[-*+]|\d{1,3}[.)])[ \t]+/gm, '')
    .replace(/^[ \t]*\|?(?:[ \t]*:?-{3,}:?[ \t]*\|?)+[ \t]*$/gm, '')
    .replace(/\*\*|__|`+/g, '')
    .replace(/[ \t]*\|[ \t]*/g, ' ');
