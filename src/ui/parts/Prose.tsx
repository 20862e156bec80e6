import './prose.css';

/** Text that somebody wrote, as the server made it from Markdown and cleaned it. The one place that shows HTML. */
export function Prose({ html }: { html: string }) {
  return <div className="prose" dangerouslySetInnerHTML={{ __html: html }} />;
}
