/** An instant as the server worded it; the exact time on pointing. The browser never words a time. */
export function Time({ moment }: { moment: { at: string; words: string; exact: string } }) {
  return (
    <time dateTime={moment.at} title={moment.exact}>
      {moment.words}
    </time>
  );
}
