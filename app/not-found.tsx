import type { Metadata } from 'next'
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
          <a className="link" href="/">
            ← Back to SOC feed
          </a>
        </p>
      </Message>
    </Frame>
  )
}
