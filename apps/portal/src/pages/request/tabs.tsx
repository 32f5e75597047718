import { Link } from '@tanstack/react-router';
import type { RequestList } from '../../api/generated/schema.js';
import styles from './tabs.module.css';

interface TabsProps {
  readonly label: string;
  readonly tabs: readonly { readonly value: RequestList; readonly label: string }[];
  readonly current: RequestList;
  readonly to: '/yeu-cau' | '/duyet';
}

/** Lists side by side. They are links, because each has an address of its own. */
export function Tabs({ label, tabs, current, to }: TabsProps) {
  return (
    <nav aria-label={label}>
      <ul className={styles.tabs}>
        {tabs.map((tab) => (
          <li key={tab.value}>
            <Link to={to} search={{ ds: tab.value }} className={styles.tab} data-current={tab.value === current}>
              {tab.label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
