import { Frame } from '@/app/frame'
import { Message } from '@/components/ui/message'

export default function RuleNotFound() {
  return (
    <Frame section={null}>
      <Message title="No such rule">
        <p>
          The catalogue has no rule with this id. Its source may have removed it, or the address was
          cut: a rule's id is a UUID such as <code>9976fa64-2804-423c-8a5b-646ade840773</code>.
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
