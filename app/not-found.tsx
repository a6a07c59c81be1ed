import type { Metadata } from 'next'
import Link from 'next/link'
import { Message } from '@/components/ui/message'
import { Frame } from './frame'

export const metadata: Metadata = { title: 'Not found' }

export default function NotFound() {
  return (
    <Frame section={null}>
      <Message title="There is no such page">
        <p>
          Rules are at <code>/rules/</code> and their id; everything else starts from the feed.
        </p>
        <p>
          <Link className="link" href="/" prefetch={false}>
            ← Back to SOC feed
          </Link>
        </p>
      </Message>
    </Frame>
  )
}
