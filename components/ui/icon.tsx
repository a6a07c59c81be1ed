import type { ReactNode } from 'react'

const PATHS = {
  search: (
    <>
      <circle cx="7" cy="7" r="4.5" />
      <path d="m10.5 10.5 3.5 3.5" />
    </>
  ),
  auto: (
    <>
      <circle cx="8" cy="8" r="5.5" />
      <path d="M8 2.5a5.5 5.5 0 0 1 0 11Z" fill="currentColor" />
    </>
  ),
  light: (
    <>
      <circle cx="8" cy="8" r="3" />
      <path d="M8 1v2M8 13v2M1 8h2M13 8h2M3 3l1.5 1.5M11.5 11.5 13 13M3 13l1.5-1.5M11.5 4.5 13 3" />
    </>
  ),
  dark: <path d="M13.5 9.5A6 6 0 0 1 6.5 2.5a6 6 0 1 0 7 7Z" />,
  cross: <path d="m3 3 6 6M9 3 3 9" />,
  brand: (
    <>
      <path d="M8 1.5 14.5 5 8 8.5 1.5 5Z" />
      <path d="m1.5 8.2 6.5 3.5 6.5-3.5M1.5 11.2 8 14.7l6.500-3.500" />
    </>
  ),
} satisfies Record<string, ReactNode>

/** A line drawing in the colour of the text around it; the words beside it carry the meaning. */
export function Icon({ name }: { readonly name: keyof typeof PATHS }) {
  const size = name === 'cross' ? 12 : 16
  return (
    <svg
      width={size}
      height={size}
      viewBox={`0 0 ${size} ${size}`}
      fill="none"
      stroke="currentColor"
      strokeWidth="1.4"
      aria-hidden="true"
    >
      {PATHS[name]}
    </svg>
  )
}
