/** Whose turn, by shape before colour: what is ours is filled, what is another's is hollow. */
export const shapes = ['disc', 'ring_dot', 'ring', 'diamond', 'tick', 'cross'] as const;
export type ShapeName = (typeof shapes)[number];

/** `label` is read out; leave it out where the word stands beside the shape. */
export function Shape({ name, label, size = 14 }: { name: ShapeName; label?: string; size?: number }) {
  return (
    <svg
      className={`shape ${name}`}
      width={`${size / 16}rem`}
      height={`${size / 16}rem`}
      viewBox="0 0 14 14"
      {...(label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true })}
    >
      {drawn(name)}
    </svg>
  );
}

function drawn(name: ShapeName) {
  switch (name) {
    case 'disc':
      return <circle cx="7" cy="7" r="6.2" fill="currentColor" stroke="none" />;
    case 'ring_dot':
      return (
        <>
          <circle cx="7" cy="7" r="5.3" />
          <circle cx="7" cy="7" r="1.8" fill="currentColor" stroke="none" />
        </>
      );
    case 'ring':
      return <circle cx="7" cy="7" r="5.3" />;
    case 'diamond':
      return <path d="M7 1 13 7l-6 6-6-6z" />;
    case 'tick':
      return <path d="m2 7.6 3.4 3.4L12 3.6" />;
    case 'cross':
      return <path d="m3 3 8 8M11 3l-8 8" />;
  }
}
