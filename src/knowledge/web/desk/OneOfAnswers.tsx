import { useParams } from '@tanstack/react-router';
import { AnswerPage } from './AnswerPage.tsx';
import { FolderPage } from './FolderPage.tsx';
import { MarksPage } from './MarksPage.tsx';
import { SearchesPage } from './SearchesPage.tsx';
import { SnippetsPage } from './SnippetsPage.tsx';
import { SynonymsPage } from './SynonymsPage.tsx';

/** What is kept beside the articles has a name where an article has its number: the desk's map knows one address. */
const beside = {
  marks: MarksPage,
  snippets: SnippetsPage,
  searches: SearchesPage,
  words: SynonymsPage,
  folder: FolderPage,
};

export function OneOfAnswers() {
  const { id } = useParams({ from: '/desk/answers/$id' });
  const Page = beside[id as keyof typeof beside] ?? AnswerPage;
  return <Page />;
}
