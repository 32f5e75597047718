/** The house's sign: an old city gate, drawn as a tower over one arch. */
export function GateSign({ size = 34 }: { readonly size?: number }) {
  return (
    <svg viewBox="0 0 34 34" width={size} height={size} aria-hidden="true" focusable="false">
      <path d="M4 14.5 2.5 11c4 .2 8-1.6 10-5h9c2 3.4 6 5.2 10 5L30 14.5z" fill="#c8963e" />
      <path d="M9.5 6.2 8.6 3.4C11 3.6 13 2.8 14 1.4h6c1 1.4 3 2.2 5.4 2l-.9 2.8z" fill="#c8963e" />
      <path d="M4 16.5h26V32h-7.2v-5.4a5.8 6.2 0 0 0-11.6 0V32H4z" fill="#c8963e" />
    </svg>
  );
}
