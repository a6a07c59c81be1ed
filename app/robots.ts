import type { MetadataRoute } from 'next'

export default function robots(): MetadataRoute.Robots {
  // Filtered views of the feed repeat each other without end.
  return { rules: { userAgent: '*', allow: '/', disallow: ['/*?*', '/api/'] } }
}
