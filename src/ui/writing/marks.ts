/** What a press in the formatting bar does to a text in Markdown; pure, so that it can be tested letter by letter. */
export const mark_kinds = ['bold', 'italic', 'list', 'numbers', 'quote', 'link', 'code'] as const;
export type MarkKind = (typeof mark_kinds)[number];

/** `text` goes in place of what is between `from` and `to`; then this is selected. */
export interface Edit {
  from: number;
  to: number;
  text: string;
  select: [from: number, to: number];
}

interface Selection {
  from: number;
  to: number;
}

const around = { bold: '**', italic: '_', code: '`' } as const;

export function mark(kind: MarkKind, value: string, selection: Selection): Edit {
  if (kind === 'list' || kind === 'numbers' || kind === 'quote') return markLines(kind, value, selection);
  if (kind === 'link') return markLink(value, selection);
  const chosen = value.slice(selection.from, selection.to);
  if (kind === 'code' && chosen.includes('\n')) return fence(chosen, selection);
  return wrap(value, wordAt(value, selection), around[kind]);
}

/** Without a selection, the word that the caret stands in. */
function wordAt(value: string, { from, to }: Selection): Selection {
  if (from !== to) return { from, to };
  const before = /[\p{L}\p{N}'’-]*$/u.exec(value.slice(0, from))![0].length;
  const after = /^[\p{L}\p{N}'’-]*/u.exec(value.slice(to))![0].length;
  return { from: from - before, to: to + after };
}

/** Puts the marks around it, or takes them away where they are. */
function wrap(value: string, { from, to }: Selection, sign: string): Edit {
  const size = sign.length;
  const chosen = value.slice(from, to);
  const outside = value.slice(from - size, from) === sign && value.slice(to, to + size) === sign;
  if (outside && from >= size)
    return { from: from - size, to: to + size, text: chosen, select: [from - size, to - size] };
  if (chosen.length >= 2 * size && chosen.startsWith(sign) && chosen.endsWith(sign)) {
    const text = chosen.slice(size, -size);
    return { from, to, text, select: [from, from + text.length] };
  }
  return { from, to, text: sign + chosen + sign, select: [from + size, to + size] };
}

function fence(chosen: string, { from, to }: Selection): Edit {
  const text = `\`\`\`\n${chosen}\n\`\`\``;
  return { from, to, text, select: [from + 4, from + 4 + chosen.length] };
}

function markLink(value: string, { from, to }: Selection): Edit {
  const chosen = value.slice(from, to);
  if (/^https?:\/\/\S+$/.test(chosen))
    return { from, to, text: `[](${chosen})`, select: [from + 1, from + 1] };
  const word = wordAt(value, { from, to });
  const name = value.slice(word.from, word.to);
  const at = word.from + name.length + 3;
  return { ...word, text: `[${name}](https://)`, select: [at, at + 'https://'.length] };
}

const list_sign = /^(?:[-*] |\d+\. )/;
const signs = { list: /^[-*] /, numbers: /^\d+\. /, quote: /^> ?/ };

/** Whole lines: with the sign, or without it where all have it. One kind of list takes the other's place. */
function markLines(kind: keyof typeof signs, value: string, { from, to }: Selection): Edit {
  const begin = value.lastIndexOf('\n', from - 1) + 1;
  const next = value.indexOf('\n', to);
  const end = next < 0 ? value.length : next;
  const lines = value.slice(begin, end).split('\n');
  const has = lines.every(line => signs[kind].test(line));
  const signed = (line: string, at: number) => {
    if (has) return line.replace(signs[kind], '');
    if (kind === 'quote') return `> ${line}`;
    return (kind === 'list' ? '- ' : `${at + 1}. `) + line.replace(list_sign, '');
  };
  const text = lines.map(signed).join('\n');
  const last = begin + text.length;
  return { from: begin, to: end, text, select: lines.length > 1 ? [begin, last] : [last, last] };
}
