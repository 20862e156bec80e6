/** The door of the parts: what every screen may use. Styles come with the parts that wear them. */
import './tokens.css';
import './base.css';
import './parts/marks.css';

export * from './memory.ts';
export * from './net/api.ts';
export * from './net/live.ts';
export * from './net/problem.ts';
export * from './net/upload.ts';
export * from './net/use-get.ts';
export * from './net/use-submit.ts';
export * from './parts/Button.tsx';
export * from './parts/Face.tsx';
export * from './parts/Field.tsx';
export * from './parts/FileField.tsx';
export * from './parts/Icon.tsx';
export * from './parts/Notice.tsx';
export * from './parts/Prose.tsx';
export * from './parts/Shape.tsx';
export * from './parts/Time.tsx';
export * from './parts/Toasts.tsx';
export * from './parts/use-files.ts';
export * from './parts/Waiting.tsx';
export * from './theme.ts';
export * from './use-draft.ts';
export * from './words/lang.ts';
export * from './words/plural.ts';
export * from './words/words.tsx';
