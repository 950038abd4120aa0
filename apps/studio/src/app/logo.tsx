/** The mark: three channels that run into one. */
export function Logo({ size = 24 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" aria-hidden="true">
      <rect width="24" height="24" rx="5" fill="var(--color-primary)" />
      <path
        d="M4.5 7.25c6 0 5.5 4.75 10 4.75h5M4.5 12h15M4.5 16.75c6 0 5.5-4.75 10-4.75"
        fill="none"
        stroke="var(--color-text-light-solid)"
        strokeWidth="1.6"
        strokeLinecap="round"
      />
    </svg>
  )
}
