import { useId, useRef, useState, type ClipboardEvent, type DragEvent } from 'react';
import './file-field.css';
import { useUiWords } from '../words/words.tsx';
import type { Uploaded } from '../net/upload.ts';
import { Button, IconButton } from './Button.tsx';
import { FileRow } from './FileRow.tsx';
import type { Files } from './use-files.ts';

/**
 * Files for one message: picked, dropped or pasted. `files` comes from `useDraftFiles()`; a form that wants pasting and
 * dropping everywhere in it spreads `useCatchFiles(files)` on itself.
 */
export function FileField({
  files,
  label,
  small = false,
}: {
  files: Files;
  label?: string;
  small?: boolean;
}) {
  const words = useUiWords().files;
  const input = useRef<HTMLInputElement>(null);
  const id = useId();
  return (
    <div className="file-field">
      <FileList files={files} />
      <div className="add">
        <Button
          look={small ? 'bare' : 'plain'}
          small
          icon="clip"
          onClick={() => input.current?.click()}
          aria-describedby={`${id}-drop`}
        >
          {label ?? words.add}
        </Button>
        <span id={`${id}-drop`} className={small ? 'sr' : 'quiet t-14 drop'}>
          {words.drop}
        </span>
        <input
          ref={input}
          type="file"
          multiple
          hidden
          onChange={event => {
            files.add([...(event.target.files ?? [])]);
            event.target.value = '';
          }}
        />
      </div>
      {files.refused && (
        <p className="refused" role="alert">
          {files.refused}
        </p>
      )}
    </div>
  );
}

function FileList({ files }: { files: Files }) {
  const words = useUiWords();
  if (!files.items.length) return null;
  return (
    <ul className="files">
      {files.items.map(item => (
        <li key={item.key}>
          <FileRow name={item.name} size={item.size} preview={item.preview} />
          {item.way && (
            <progress
              max={100}
              value={item.way.percent}
              aria-label={words.files.progress(item.name, item.way.percent)}
            />
          )}
          <span role="status" className="quiet t-14">
            {item.way?.waiting && words.files.waiting}
          </span>
          {item.problem && (
            <span className="failed" role="alert">
              {item.problem}{' '}
              <Button look="bare" small onClick={() => files.retry(item.key)}>
                {words.try_again}
              </Button>
            </span>
          )}
          <IconButton small icon="x" label={words.remove(item.name)} onClick={() => files.remove(item.key)} />
        </li>
      ))}
    </ul>
  );
}

/** The files that a message has, each to open or download. */
export function KeptFiles({ files }: { files: readonly Uploaded[] }) {
  if (!files.length) return null;
  return (
    <ul className="files kept">
      {files.map(file => (
        <li key={file.id}>
          <FileRow name={file.name} size={file.size} id={file.id} picture={file.picture} />
        </li>
      ))}
    </ul>
  );
}

/** Makes a form take files that are dropped on it or pasted in it. Text is pasted as ever. */
export function useCatchFiles(files: Files | undefined) {
  const [over, setOver] = useState(false);
  const carriesFiles = (event: DragEvent) => event.dataTransfer.types.includes('Files');
  return {
    'data-drop': over || undefined,
    onPaste: (event: ClipboardEvent) => {
      const given = [...event.clipboardData.files];
      if (event.defaultPrevented || !given.length || event.clipboardData.types.includes('text/plain')) return;
      event.preventDefault();
      files?.add(given);
    },
    onDragOver: (event: DragEvent) => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      setOver(true);
    },
    onDragLeave: (event: DragEvent) => {
      if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false);
    },
    onDrop: (event: DragEvent) => {
      setOver(false);
      if (event.defaultPrevented || !carriesFiles(event)) return;
      event.preventDefault();
      files?.add([...event.dataTransfer.files]);
    },
  };
}
