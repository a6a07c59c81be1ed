import type { Trap } from './trap'

/** Names that were looked up, by whom, and what came back. */
export const DNS_QUERY_TRAPS: readonly Trap[] = [
  {
    name: 'a name at its end, and not within another',
    category: 'dns_query',
    detection: "{ sel: { 'QueryName|endswith': ['.onion', 'evil.example'] }, condition: sel }",
    finds: [{ QueryName: 'abc.ONION' }, { QueryName: 'evil.example' }],
    leaves: [{ QueryName: 'abc.onion.example' }, { QueryName: 'evil.example.org' }],
  },
  {
    name: 'the process that asked, by its whole path',
    category: 'dns_query',
    detection:
      "{ sel: { 'QueryName|contains': '.ngrok.' }, filter: { 'Image|startswith': 'C:\\Program Files\\Tool & Co\\' }, condition: sel and not filter }",
    finds: [
      { QueryName: 'a.ngrok.io', Image: 'C:\\Users\\Public\\a.exe' },
      { QueryName: 'a.ngrok.io', Image: 'D:\\Program Files\\Tool & Co\\a.exe' },
    ],
    leaves: [
      { QueryName: 'a.ngrok.io', Image: 'C:\\Program Files\\Tool & Co\\a.exe' },
      { QueryName: 'a.example', Image: 'C:\\Users\\Public\\a.exe' },
    ],
  },
  {
    name: "the status, which is Windows' own code",
    category: 'dns_query',
    detection:
      "{ sel: { 'QueryName|endswith': '.example' }, status: { QueryStatus: ['9003', 1460] }, condition: sel and status }",
    finds: [
      { QueryName: 'a.example', QueryStatus: '9003' },
      { QueryName: 'a.example', QueryStatus: '1460' },
    ],
    leaves: [
      { QueryName: 'a.example', QueryStatus: '0' },
      { QueryName: 'a.example', QueryStatus: '9002' },
    ],
  },
  {
    name: 'an address among the answers, and no answer',
    category: 'dns_query',
    detection:
      "{ sel: { 'QueryResults|contains': '203.0.113.5' }, none: { QueryResults: '-' }, condition: sel or none }",
    finds: [
      { QueryName: 'a.example', QueryResults: 'type:  5 b.example;::ffff:203.0.113.5;' },
      { QueryName: 'a.example', QueryResults: '-' },
    ],
    leaves: [{ QueryName: 'a.example', QueryResults: '::ffff:203.0.113.6;' }],
  },
]
