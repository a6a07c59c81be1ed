'use client'

import { Message } from '@/components/ui/message'

interface ErrorPageProps {
  readonly error: Error & { readonly digest?: string }
  readonly retry: () => void
}

export default function ErrorPage({ error, retry }: ErrorPageProps) {
  return (
    <main id="main">
      <Message title="This page could not be made">
        <p>
          Something went wrong on the server. Its log says more
          {error.digest !== undefined && (
            <>
              {' '}
              under <code>{error.digest}</code>
            </>
          )}
          .
        </p>
        <p className="flex gap-3">
          <button className="button" type="button" onClick={() => retry()}>
            Try again
          </button>
          <a className="button" href="/">
            Back to SOC feed
          </a>
        </p>
      </Message>
    </main>
  )
}
