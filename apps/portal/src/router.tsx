import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { Frame } from './frame/frame.js';
import { NoSuchPage, PageFault } from './frame/no-such-page.js';

/** A search value as short text, or nothing: whatever else stands in the URL is dropped. */
function text(value: unknown): string | undefined {
  if (typeof value !== 'string' && typeof value !== 'number') return undefined;
  const trimmed = String(value).trim();
  return trimmed === '' || trimmed.length > 200 ? undefined : trimmed;
}

type Search<Key extends string> = { readonly [key in Key]?: string };

/** Path names the thing, query names the filters; nothing personal and no token in either. */
function only<Key extends string>(...keys: readonly Key[]): (search: Record<string, unknown>) => Search<Key> {
  return (search) => {
    const found = keys.flatMap((key) => {
      const value = text(search[key]);
      return value === undefined ? [] : [[key, value] as const];
    });
    return Object.fromEntries(found) as Search<Key>;
  };
}

const root = createRootRoute({ component: Frame, notFoundComponent: NoSuchPage, errorComponent: PageFault });

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/dang-nhap',
  validateSearch: only('den', 'loi'),
  component: lazyRouteComponent(() => import('./pages/sign-in/sign-in.js'), 'SignIn'),
});
const work = createRoute({
  getParentRoute: () => root,
  path: '/',
  component: lazyRouteComponent(() => import('./pages/work/work.js'), 'MyWork'),
});
const cameras = createRoute({
  getParentRoute: () => root,
  path: '/camera',
  validateSearch: only('phuong', 'muc-dich', 'khu', 'tim', 'xem', 'ngay'),
  component: lazyRouteComponent(() => import('./pages/camera/camera-finder.js'), 'CameraFinder'),
});
const camera = createRoute({
  getParentRoute: () => root,
  path: '/camera/$id',
  component: lazyRouteComponent(() => import('./pages/camera/camera-page.js'), 'CameraPage'),
});
const requests = createRoute({
  getParentRoute: () => root,
  path: '/yeu-cau',
  validateSearch: only('ds'),
  component: lazyRouteComponent(() => import('./pages/request/request-list.js'), 'RequestList'),
});
const newRequest = createRoute({
  getParentRoute: () => root,
  path: '/yeu-cau/moi',
  validateSearch: only('buoc'),
  component: lazyRouteComponent(() => import('./pages/new-request/new-request.js'), 'NewRequest'),
});
const request = createRoute({
  getParentRoute: () => root,
  path: '/yeu-cau/$id',
  component: lazyRouteComponent(() => import('./pages/request/request-page.js'), 'RequestPage'),
});
const queue = createRoute({
  getParentRoute: () => root,
  path: '/duyet',
  validateSearch: only('ds'),
  component: lazyRouteComponent(() => import('./pages/decision/queue.js'), 'Queue'),
});
const decision = createRoute({
  getParentRoute: () => root,
  path: '/duyet/$id',
  component: lazyRouteComponent(() => import('./pages/decision/decision-page.js'), 'DecisionPage'),
});
const viewer = createRoute({
  getParentRoute: () => root,
  path: '/xem/$grantId',
  validateSearch: only('camera'),
  component: lazyRouteComponent(() => import('./pages/viewer/viewer-page.js'), 'ViewerPage'),
});
const history = createRoute({
  getParentRoute: () => root,
  path: '/nhat-ky',
  validateSearch: only('loai', 'kq', 'camera', 'nguoi', 'yc', 'quyen', 'don-vi', 'tu', 'den', 'tim', 'dem', 'khong-ho-so'),
  component: lazyRouteComponent(() => import('./pages/history/history.js'), 'History'),
});
const proof = createRoute({
  getParentRoute: () => root,
  path: '/kiem-chung',
  validateSearch: only('muc'),
  component: lazyRouteComponent(() => import('./pages/proof/proof-page.js'), 'ProofPage'),
});
const rules = createRoute({
  getParentRoute: () => root,
  path: '/quy-dinh',
  validateSearch: only('nhom', 'thuc-thi', 'nguon', 'tim'),
  component: lazyRouteComponent(() => import('./pages/regulation/rule-list.js'), 'RuleList'),
});
const rule = createRoute({
  getParentRoute: () => root,
  path: '/quy-dinh/$id',
  component: lazyRouteComponent(() => import('./pages/regulation/rule-page.js'), 'RulePage'),
});
const explanation = createRoute({
  getParentRoute: () => root,
  path: '/quyet-dinh/$id',
  component: lazyRouteComponent(() => import('./pages/explanation/explanation-page.js'), 'ExplanationPage'),
});
const alerts = createRoute({
  getParentRoute: () => root,
  path: '/canh-bao',
  component: lazyRouteComponent(() => import('./pages/alerts/alerts-page.js'), 'AlertsPage'),
});
const health = createRoute({
  getParentRoute: () => root,
  path: '/suc-khoe',
  component: lazyRouteComponent(() => import('./pages/health/health-page.js'), 'HealthPage'),
});
const erasures = createRoute({
  getParentRoute: () => root,
  path: '/xoa-phan-mo',
  validateSearch: only('nguoi'),
  component: lazyRouteComponent(() => import('./pages/erasure/erasure-page.js'), 'ErasurePage'),
});
const policyRoom = createRoute({
  getParentRoute: () => root,
  path: '/chinh-sach',
  validateSearch: only('bo'),
  component: lazyRouteComponent(() => import('./pages/policy-room/policy-room.js'), 'PolicyRoom'),
});

export const router = createRouter({
  routeTree: root.addChildren([
    signIn,
    work,
    cameras,
    camera,
    requests,
    newRequest,
    request,
    queue,
    decision,
    viewer,
    history,
    proof,
    rules,
    rule,
    explanation,
    alerts,
    health,
    erasures,
    policyRoom,
  ]),
  defaultPreload: 'intent',
  scrollRestoration: false,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
