/** All that needs React Aria for a press at the desk: fetched as one, after the rows. */
export { Floating } from './Floating.tsx';
export { Lines } from './Lines.tsx';
export { Several } from './Several.tsx';
export { SheetOver } from './SheetOver.tsx';
