/** Small pictures beside words, or in buttons that say otherwise what they do. */
const SHAPES = {
  plus: 'M12 5v14M5 12h14',
  up: 'M6 15l6-6 6 6',
  down: 'M6 9l6 6 6-6',
  open: 'M6 9l6 6 6-6',
  closed: 'M9 6l6 6-6 6',
  remove: 'M6 6l12 12M18 6L6 18',
  back: 'M15 6l-6 6 6 6',
  minus: 'M5 12h14',
} as const;

export function Icon({ name }: { readonly name: keyof typeof SHAPES }) {
  return (
    <svg
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      stroke-width="2"
      stroke-linecap="round"
      aria-hidden="true"
    >
      <path d={SHAPES[name]} />
    </svg>
  );
}
