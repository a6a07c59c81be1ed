import type { NextConfig } from 'next'

const SECURITY_HEADERS = [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'X-Frame-Options', value: 'DENY' },
  // Links to other sites carry no trace of what was being read here.
  { key: 'Referrer-Policy', value: 'same-origin' },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
  {
    key: 'Permissions-Policy',
    value: 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()',
  },
]

const config: NextConfig = {
  // A second build (tests, a developer's own) must not overwrite the one that is being served.
  distDir: process.env.ATLAS_DIST_DIR ?? '.next',
  poweredByHeader: false,
  reactStrictMode: true,
  // The proxy gets addresses as they came. Normalised ones have `localhost` for 127.0.0.1, and where
  // the proxy leads to another path of such a host, Next.js asks itself for it over the network.
  skipProxyUrlNormalize: true,
  // `npm run types` checks the types; the first start should not wait for it a second time.
  // A config that extends another is one that Next.js leaves as it is.
  typescript: { ignoreBuildErrors: true, tsconfigPath: 'tsconfig.next.json' },
  // Titles and descriptions belong in <head> for every reader, also without JavaScript.
  htmlLimitedBots: /.*/,
  agentRules: false,
  devIndicators: false,
  serverExternalPackages: ['@prisma/client', '@prisma/adapter-pg', 'pg'],
  headers: async () => [
    { source: '/:path*', headers: SECURITY_HEADERS },
    {
      // Not all of /api: what is not found there is a page, with the policy of proxy.ts.
      source: '/api/health',
      headers: [
        { key: 'Content-Security-Policy', value: "default-src 'none'; frame-ancestors 'none'" },
      ],
    },
  ],
}

export default config
