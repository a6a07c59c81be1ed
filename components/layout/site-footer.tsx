/** Who owns what is shown, and where to see how it came here. */
export function SiteFooter() {
  return (
    <footer className="site-footer">
      <span>Imported rules carry their own licence and name their author.</span>
      <a href="/imports">Sources and rejected files</a>
      <a href="/api/health">Health</a>
      <span>MITRE ATT&amp;CK is a registered trademark of The MITRE Corporation.</span>
    </footer>
  )
}
