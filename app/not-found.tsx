import type { Metadata } from 'next'
import { Message } from '@/components/ui/message'
import { Frame } from './frame'

export const metadata: Metadata = { title: 'Not found' }

export default function NotFound() {
  return (
    <Frame section={null}>
      <Message title="There is no such page, rule or technique">
        <p>
          Rules are at <code>/rules/</code> and their id, a UUID such as{' '}
          <code>9976fa64-2804-423c-8a5b-646ade840773</code>. A rule that was here before may have
          been removed with its source. Techniques are at <code>/coverage/</code> and their id, such
          as <code>T1048.003</code>.
        </p>
        <p className="flex gap-4">
          <a className="link" href="/">
            ← Back to SOC feed
          </a>
          <a className="link" href="/coverage">
            Coverage →
          </a>
        </p>
      </Message>
    </Frame>
  )
}
