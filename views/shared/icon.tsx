// Line icons, 24 units square; always beside a word.
const paths = {
  reorder: 'M4 19V9m5.5 10V5M15 19v-7m5 7v-3',
  stock: 'm12 3 8 4.5v9L12 21l-8-4.5v-9zm0 9 8-4.5M12 12v9m0-9L4 7.5',
  donations: 'M12 4v10m-4-4 4 4 4-4M4 15v4a1 1 0 0 0 1 1h14a1 1 0 0 0 1-1v-4',
  bags: 'M5 9h14l-1 11H6zm4 0V7a3 3 0 0 1 6 0v2',
  venues:
    'M12 21s7-6.2 7-11.5A7 7 0 0 0 5 9.5C5 14.8 12 21 12 21zm0-9a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5z',
  list: 'M9 6h11M9 12h11M9 18h11M4 6l1 1 1.5-2M4 12l1 1 1.5-2M4 18l1 1 1.5-2',
  report: 'M6 3h9l4 4v14H6zm3 9h7m-7 4h7',
  more: 'M5 12h.01M12 12h.01M19 12h.01',
  home: 'm4 11 8-7 8 7v9h-5v-6H9v6H4z',
  truck:
    'M3 6h11v10H3zm11 4h4l3 3v3h-7zM7 19a2 2 0 1 0 0-4 2 2 0 0 0 0 4zm10 0a2 2 0 1 0 0-4 2 2 0 0 0 0 4z',
  bin: 'M5 8h14l-1 12H6zm4 0V5h6v3m-5 5h4',
  kit: 'M4 8h16v12H4zm4 0V5h8v3m-4 3v6m-3-3h6',
  search: 'M11 18a7 7 0 1 0 0-14 7 7 0 0 0 0 14zm5-2 5 5',
  people:
    'M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zm-6 9a6 6 0 0 1 12 0m1-9a3 3 0 1 0 0-6m5 15a5 5 0 0 0-5-5',
  settings:
    'M4 7h10m4 0h2M4 17h2m4 0h10M16 9.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5zM8 19.500a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5z',
  shield: 'M12 3l8 3v6c0 5-3.500 8-8 9-4.500-1-8-4-8-9V6z',
  moves: 'M4 8h14m-4-4 4 4-4 4M20 16H6m4-4-4 4 4 4',
  calendar: 'M4 6h16v14H4zm0 5h16M8 3v5m8-5v5',
  hide: 'm4 4 16 16M10 6.3A9 9 0 0 1 12 6c6 0 9 6 9 6a15 15 0 0 1-2.6 3.3M6.2 7.8A15 15 0 0 0 3 12s3 6 9 6a9 9 0 0 0 3.8-.8',
} as const

export type IconName = keyof typeof paths

export function Icon({ name }: { name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
      <path d={paths[name]} stroke-width={name === 'more' ? '3' : undefined} />
    </svg>
  )
}

export function Mark() {
  return (
    <svg viewBox="4 1 20 26" aria-hidden="true">
      <path
        fill="currentColor"
        d="M4 5a3 3 0 0 1 3-3h14a3 3 0 0 1 3 3v3H4zm0 6h20v6H4zm0 9h20v3a3 3 0 0 1-3 3H7a3 3 0 0 1-3-3z"
      />
    </svg>
  )
}
