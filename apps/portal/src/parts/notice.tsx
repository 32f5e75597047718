import { type ReactNode, useEffect, useRef } from 'react';
import styles from './notice.module.css';

interface NoticeProps {
  readonly tone: 'info' | 'warn' | 'error' | 'good';
  readonly title: string;
  readonly role?: 'alert' | 'status';
  readonly action?: ReactNode;
  /** Where what was focused before is gone: the notice takes the focus, so that the keyboard goes on from here. */
  readonly takesFocus?: boolean;
  readonly children?: ReactNode;
}

const signs: Readonly<Record<NoticeProps['tone'], ReactNode>> = {
  info: <path d="M12 10.5v7M12 6.4v1.8M12 2a10 10 0 1 0 .01 0" />,
  warn: <path d="M12 9v5M12 16.4v1.8M12 2.8 22 20.6H2z" />,
  error: <path d="m8 8 8 8M16 8l-8 8M12 2a10 10 0 1 0 .01 0" />,
  good: <path d="m7 12.4 3.6 3.6L17 8.8M12 2a10 10 0 1 0 .01 0" />,
};

/** Something that matters and therefore stays on the page (a toast would be gone before it is read). */
export function Notice({ tone, title, role, action, takesFocus = false, children }: NoticeProps) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (takesFocus) box.current?.focus();
  }, [takesFocus, title]);
  return (
    <div ref={box} tabIndex={takesFocus ? -1 : undefined} className={styles.notice} data-tone={tone} role={role}>
      <svg className={styles.sign} viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" focusable="false">
        {signs[tone]}
      </svg>
      <div className={styles.text}>
        <p className={styles.title}>{title}</p>
        {children !== undefined && <div>{children}</div>}
      </div>
      {action !== undefined && <div className={styles.action}>{action}</div>}
    </div>
  );
}
