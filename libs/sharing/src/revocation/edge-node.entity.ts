import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An edge that serves, and when it was last heard of. */
@Entity('edge_node')
export class EdgeNodeEntity {
  @PrimaryColumn({ type: 'text', name: 'edge_id', primaryKeyConstraintName: 'pk_edge_node' }) edgeId: string;
  @Column({ type: 'timestamptz', name: 'seen_at' }) seenAt: Date;
  @Column({ type: 'timestamptz', name: 'started_at' }) startedAt: Date;
}
