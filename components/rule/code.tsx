import { CopyButton } from './copy-button'

interface CodeProps {
  readonly id: string
  readonly title: string
  /** What the copy button says it copies. */
  readonly what: string
  readonly text: string
  /** Where it can be had as a file. */
  readonly file: string
  /** The same text as markup made by lib/highlight: escaped, spans with a class and nothing else. */
  readonly html: string | null
}

export function Code({ id, title, what, text, file, html }: CodeProps) {
  return (
    <>
      <div className="pane-cap">
        <h3 id={`${id}-title`}>{title}</h3>
        <span className="pane-actions">
          <a className="button" href={file} download aria-label={`Download ${what}`}>
            Download
          </a>
          <CopyButton from={id} what={what} />
        </span>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls needs the keyboard */}
      <section className="code" tabIndex={0} aria-labelledby={`${id}-title`} dir="ltr">
        <pre>
          {html === null ? (
            <code id={id}>{text}</code>
          ) : (
            // biome-ignore lint/security/noDangerouslySetInnerHtml: see `html` above
            <code id={id} dangerouslySetInnerHTML={{ __html: html }} />
          )}
        </pre>
      </section>
    </>
  )
}
