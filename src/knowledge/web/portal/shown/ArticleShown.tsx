import { kind_names } from '#knowledge/rules/kinds.ts';
import type { PublicArticle } from '#knowledge/rules/public.ts';
import { copyText } from '#ui/copy.ts';
import { PageHeading } from '#ui/route/router.tsx';
import { Button, buttonClass, Icon, Notice, Prose, toast, useLang } from '#ui/ui.ts';
import { useAnswerWords, useTicketWords } from '../words.ts';
import '../../article-text.css';

interface ArticleShownProps {
  article: Omit<PublicArticle, 'id' | 'published' | 'review_over'>;
  /** When this version was published, in words. */
  checked: string | undefined;
  /** Where it is as PDF. */
  paper: string;
  /** Said where the day of its review is over. */
  over: string | undefined;
}

/** An article as it is read and printed, with the version to quote. */
export function ArticleShown({ article, checked, paper, over }: ArticleShownProps) {
  const words = useAnswerWords().article;
  const { categories } = useTicketWords();
  const [lang] = useLang();
  const copy = async () => {
    const done = await copyText(location.origin + location.pathname);
    toast({ text: done ? words.copied : words.not_copied });
  };
  return (
    <article className="article">
      <header>
        <div>
          <div lang={article.lang}>
            <PageHeading title={article.title} />
          </div>
          <p className="quiet t-14">
            {[
              kind_names[article.kind].one[lang],
              article.category && categories[article.category],
              [words.version(article.version), checked && `${words.checked} ${checked}`]
                .filter(Boolean)
                .join(', '),
            ]
              .filter(Boolean)
              .join(' · ')}
          </p>
        </div>
        <p className="deeds no-print">
          <Button small icon="print" onClick={() => print()}>
            {words.print}
          </Button>
          <a className={buttonClass({ small: true })} href={paper} target="_blank" rel="noopener">
            <Icon name="file" /> {words.paper}
          </a>
          <Button small icon="link" onClick={() => void copy()}>
            {words.copy}
          </Button>
        </p>
      </header>
      {over && <Notice title={over} />}
      {/* The text's own headings stand below one of the page's. */}
      <h2 className="sr">{words.text}</h2>
      <div lang={article.lang}>
        {article.summary && <p className="summary">{article.summary}</p>}
        <Prose html={article.html} />
      </div>
    </article>
  );
}
