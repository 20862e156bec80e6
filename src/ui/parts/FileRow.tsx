import { fileUrl } from '../net/upload.ts';
import { sizeIn } from '../words/plural.ts';
import { useLang, useUiWords } from '../words/words.tsx';
import { Icon } from './Icon.tsx';

interface FileRowProps {
  name: string;
  size: number;
  /** A kept file: its name is a link, a picture is shown from the server. */
  id?: string;
  picture?: boolean;
  /** A file that is still here: the address of its picture in this page. */
  preview?: string | undefined;
}

/** One file: picture or clip, name, size. */
export function FileRow({ name, size, id, picture, preview }: FileRowProps) {
  const [lang] = useLang();
  const size_words = sizeIn(lang, useUiWords().files.units)(size);
  const shown = preview ?? (id && picture ? fileUrl(id) : undefined);
  const face = (
    <>
      {shown ? <img src={shown} alt="" loading="lazy" /> : <Icon name="file" />}
      <span className="file-name">{name}</span>
    </>
  );
  return (
    <span className={`file-row${shown ? ' pictured' : ''}`}>
      {id ? (
        <a href={fileUrl(id)} target="_blank" rel="noreferrer">
          {face}
        </a>
      ) : (
        face
      )}
      <span className="quiet t-14">{size_words}</span>
    </span>
  );
}
