import type MarkdownIt from 'markdown-it';

/** Notes and warnings: quotations whose first line is [!NOTE] or [!WARNING], as elsewhere on the web. */

type BoxKind = 'note' | 'warning';
export type BoxNames = Record<BoxKind, string>;

/** Others write five kinds; two are told apart here. */
const kinds: Record<string, BoxKind> = {
  note: 'note',
  tip: 'note',
  important: 'note',
  warning: 'warning',
  caution: 'warning',
};
const mark = /^\[!(\w+)\]$/;

type Markdown = InstanceType<typeof MarkdownIt>;
type State = Parameters<Parameters<Markdown['core']['ruler']['push']>[1]>[0];
type Token = State['tokens'][number];

/** Teaches Markdown boxes, where the names of them are given (`env.boxes`): a `div` that begins with its name. */
export const boxed = (markdown: Markdown): void => {
  markdown.core.ruler.push('boxes', state => {
    const { boxes } = state.env as { boxes?: BoxNames };
    if (!boxes) return;
    // From the end, so that what is put in moves nothing that is still to be looked at.
    for (let at = state.tokens.length - 1; at >= 0; at--) {
      const kind = kindAt(state.tokens, at);
      if (kind) box(state, at, { kind, name: boxes[kind] });
    }
  });
};

function kindAt(tokens: readonly Token[], at: number): BoxKind | undefined {
  const first = tokens[at + 2]?.children?.[0];
  if (tokens[at]!.type !== 'blockquote_open' || tokens[at + 1]?.type !== 'paragraph_open') return undefined;
  const found = first?.type === 'text' ? mark.exec(first.content.trim())?.[1] : undefined;
  return kinds[found?.toLowerCase() ?? ''];
}

function box({ tokens, Token }: State, at: number, { kind, name }: { kind: BoxKind; name: string }): void {
  const open = tokens[at]!;
  const close = tokens.find((token, place) => place > at && isEndOf(token, open))!;
  open.tag = close.tag = 'div';
  open.attrs = [
    ['class', `box ${kind}`],
    ['role', 'note'],
  ];
  open.info = kind;
  const rest = tokens[at + 2]!.children!.slice(1);
  if (rest[0]?.type.endsWith('break')) rest.shift();
  tokens[at + 2]!.children = rest;
  const begin = new Token('paragraph_open', 'p', 1);
  begin.attrs = [['class', 'box-name']];
  begin.block = true;
  const said = new Token('inline', '', 0);
  const text = new Token('text', '', 0);
  text.content = said.content = name;
  said.children = [text];
  const end = new Token('paragraph_close', 'p', -1);
  end.block = true;
  // Its mark may be all that its first paragraph is.
  tokens.splice(at + 1, rest.length === 0 ? 3 : 0, begin, said, end);
}

const isEndOf = (token: Token, open: Token): boolean =>
  token.type === 'blockquote_close' && token.level === open.level;
