/** The address of a file at its source; null where the source has none or it is not the web. */
export function originalUrl(webUrl: string | null, path: string): string | null {
  if (webUrl === null || !/^https?:\/\//i.test(webUrl)) return null
  return webUrl + path.split('/').map(encodeURIComponent).join('/')
}
