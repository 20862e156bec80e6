/** The door of what takes and shows files: where something is written or read, and on no first screen. */
export * from './net/upload.ts';
export * from './parts/FileField.tsx';
export * from './parts/use-files.ts';
