import { useMemo } from 'react';
import type { CityUnit } from '../../frame/vocabulary.js';
import { useWords } from '../../words/use-words.js';
import styles from './city-map.module.css';

const width = 420;
const height = 470;
const margin = 18;

interface Point {
  readonly unit: CityUnit;
  readonly x: number;
  readonly y: number;
}

/** Equirectangular at Hà Nội's latitude: true enough for 60 km, and it needs no outline of anything beyond the city. */
function project(units: readonly CityUnit[]): Point[] {
  const cosine = Math.cos((21 * Math.PI) / 180);
  const xs = units.map((unit) => unit.lon * cosine);
  const ys = units.map((unit) => -unit.lat);
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  const scale = Math.min((width - 2 * margin) / (Math.max(...xs) - left), (height - 2 * margin) / (Math.max(...ys) - top));
  return units.map((unit) => ({ unit, x: margin + (unit.lon * cosine - left) * scale, y: margin + (-unit.lat - top) * scale }));
}

interface CityMapProps {
  readonly units: readonly CityUnit[];
  readonly chosen: string | undefined;
  readonly choose: (code: string | undefined) => void;
}

/**
 * The 126 units as points, for those who think in places. Everything it does the ward field beside it does as well,
 * so the drawing itself is left out of the tab order and of the accessibility tree.
 */
export function CityMap({ units, chosen, choose }: CityMapProps) {
  const { t } = useWords();
  const points = useMemo(() => project(units), [units]);
  const picked = points.find((point) => point.unit.code === chosen);
  return (
    <figure className={styles.figure}>
      <svg className={styles.map} viewBox={`0 0 ${width} ${height}`} aria-hidden="true" focusable="false">
        {points.map((point) => (
          <g
            key={point.unit.code}
            className={styles.unit}
            data-kind={point.unit.kind}
            data-chosen={point.unit.code === chosen}
            onClick={() => choose(point.unit.code === chosen ? undefined : point.unit.code)}
          >
            <title>{point.unit.nameVi}</title>
            <circle className={styles.reach} cx={point.x} cy={point.y} r={12} />
            <circle className={styles.dot} cx={point.x} cy={point.y} r={point.unit.kind === 'ward' ? 4 : 5} />
          </g>
        ))}
        {picked !== undefined && (
          <g className={styles.flag}>
            <circle cx={picked.x} cy={picked.y} r={11} />
            <text
              x={picked.x > width / 2 ? picked.x - 16 : picked.x + 16}
              y={picked.y + 5}
              textAnchor={picked.x > width / 2 ? 'end' : 'start'}
            >
              {picked.unit.nameVi}
            </text>
          </g>
        )}
      </svg>
      <figcaption className={styles.caption}>{t('map.caption')}</figcaption>
    </figure>
  );
}
