import Link from 'next/link'

/** Who owns what is shown, and where to see how it came here. */
export function SiteFooter() {
  return (
    <footer className="site-footer">
      <span>Imported rules carry their own licence and name their author.</span>
      <Link href="/imports" prefetch={false}>
        Sources and rejected files
      </Link>
      <a href="/api/health">Health</a>
      <span>MITRE ATT&amp;CK is a registered trademark of The MITRE Corporation.</span>
    </footer>
  )
}
