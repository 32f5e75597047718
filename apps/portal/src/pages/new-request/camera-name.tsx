import { Link } from '@tanstack/react-router';
import { useQuery } from 'urql';
import { OneCamera } from '../camera/generated/camera.js';
import type { PickedCamera } from './draft.js';

/** A picked camera's name; after a reload only its id is left in the draft, and the name is asked for again. */
export function CameraName({ camera }: { readonly camera: PickedCamera }) {
  const [{ data }] = useQuery({ query: OneCamera, variables: { id: camera.id }, pause: camera.label !== '', requestPolicy: 'cache-first' });
  return (
    <Link to="/camera/$id" params={{ id: camera.id }}>
      {camera.label !== '' ? camera.label : (data?.camera?.nameVi ?? '…')}
    </Link>
  );
}
