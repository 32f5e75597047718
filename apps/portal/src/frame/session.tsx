import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react';
import { Provider, useQuery } from 'urql';
import { newClient, sessionLostEvent, withoutSession } from '../api/client.js';
import { SystemState, type SystemStateData, type ViewerFields, WhoAmI } from './generated/frame.js';

export type Viewer = ViewerFields;
export type HouseState = SystemStateData['systemState'];

interface Session {
  /** null while nobody is signed in. */
  readonly viewer: Viewer | null;
  readonly system: HouseState | null;
  readonly fetching: boolean;
  readonly failed: boolean;
  /** Asks the gateway again who is here. */
  refresh(): void;
}

const SessionContext = createContext<Session | null>(null);

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (session === null) throw new Error('useSession outside SessionProvider');
  return session;
}

/** For pages behind the sign-in only; the frame does not show them to anybody else. */
export function useViewer(): Viewer {
  const { viewer } = useSession();
  if (viewer === null) throw new Error('useViewer without a viewer');
  return viewer;
}

/** Owns the GraphQL client: a lost session means a new one with an empty cache. (A change of role loads the page anew.) */
export function SessionProvider({ children }: { readonly children: ReactNode }) {
  const [client, setClient] = useState(newClient);
  useEffect(() => {
    const beginAnew = (): void => setClient(newClient());
    window.addEventListener(sessionLostEvent, beginAnew);
    return () => window.removeEventListener(sessionLostEvent, beginAnew);
  }, []);
  return (
    <Provider value={client}>
      <SessionState>{children}</SessionState>
    </Provider>
  );
}

const systemStateEveryMs = 30_000;

function SessionState({ children }: { readonly children: ReactNode }) {
  const [who, askWho] = useQuery({ query: WhoAmI, requestPolicy: 'network-only' });
  const [house, askHouse] = useQuery({ query: SystemState, requestPolicy: 'network-only', context: withoutSession });
  const refresh = useCallback(() => askWho({ requestPolicy: 'network-only' }), [askWho]);
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') askHouse({ ...withoutSession, requestPolicy: 'network-only' });
    }, systemStateEveryMs);
    return () => clearInterval(timer);
  }, [askHouse]);
  const session = useMemo<Session>(
    () => ({
      viewer: who.data?.viewer ?? null,
      system: house.data?.systemState ?? null,
      fetching: who.fetching && who.data === undefined,
      failed: who.error !== undefined && who.error.response?.status !== 401,
      refresh,
    }),
    [who, house, refresh],
  );
  return <SessionContext.Provider value={session}>{children}</SessionContext.Provider>;
}
