import styles from './sign-in.module.css';

/** Ô Quan Chưởng, the last of the old city's gates, as a line drawing. Decoration only. */
export function GateDrawing() {
  return (
    <svg className={styles.drawing} viewBox="0 0 420 400" aria-hidden="true" focusable="false">
      <g fill="none" stroke="#734e12" strokeWidth="2" strokeLinejoin="round">
        <path d="M20 376h380" strokeWidth="3" />
        <path d="M44 376V176h332v200" fill="#f3e6c8" />
        <path d="M36 176h348v-14H36z" fill="#ead194" />
        <path
          d="M52 162v-16h14v16M82 162v-16h14v16M112 162v-16h14v16M294 162v-16h14v16M324 162v-16h14v16M354 162v-16h14v16"
          fill="#ead194"
        />
        <path d="M142 162v-58h136v58" fill="#f7eed8" />
        <path d="M158 162v-40h22v40M199 162v-40h22v40M240 162v-40h22v40" fill="#dcc79a" />
        <path d="M112 106c18 1 30-8 38-24h120c8 16 20 25 38 24l-14 10H126z" fill="#a2392c" stroke="#681613" />
        <path d="M150 82V62h120v20" fill="#f7eed8" />
        <path d="M130 64c14 1 24-6 32-22h96c8 16 18 23 32 22l-12 9H142z" fill="#a2392c" stroke="#681613" />
        <path d="M156 33c3 5 6 8 10 9h88c4-1 7-4 10-9" stroke="#681613" />
        <path d="M140 376v-92c0-44 30-72 70-72s70 28 70 72v92z" fill="#3a211a" stroke="#573a0c" />
        <path d="M154 376v-90c0-36 24-60 56-60s56 24 56 60v90z" fill="#f5efe1" />
        <path d="M154 376v-90c0-36 24-60 56-60v0c-22 14-34 36-34 62v88z" fill="#6b1c16" stroke="#4a110d" />
        <path d="M266 376v-90c0-36-24-60-56-60 22 14 34 36 34 62v88z" fill="#6b1c16" stroke="#4a110d" />
        <path d="M165 300h8M165 318h8M165 336h8M247 300h8M247 318h8M247 336h8" stroke="#c8963e" strokeWidth="3" />
        <path d="M170 192h80v12h-80z" fill="#84211b" stroke="#573a0c" />
        <path
          d="M60 210h22M98 210h22M60 240h16M92 240h26M60 270h24M100 270h18M60 300h18M94 300h24M60 330h24M100 330h18M300 210h22M340 210h20M300 240h16M332 240h26M300 270h24M342 270h18M300 300h18M334 300h24M300 330h24M342 330h18"
          stroke="#c9ac6c"
        />
      </g>
    </svg>
  );
}
