import { Module } from '@nestjs/common';
import { Args, Field, Int, Mutation, ObjectType, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentViewer, Cursors, FromParent, invalidInput, InvalidInput, PageArgs, Requires } from '#libs/identity';
import { UnavailableFault, type Viewer } from '#libs/kernel';

/** How often a resolver of the probe ran: limits must say no before that. */
export const calls = { count: 0 };

@ObjectType('Probe')
export class Probe {
  @Field(() => Int)
  depth: number;
}

@ObjectType('ProbeConnection')
class ProbeConnection {
  @Field(() => [Probe])
  nodes: Probe[];
}

/** A resolver of the tests beside ours: fields that go wrong on purpose, and a tree to climb. */
@Resolver(() => Probe)
export class ProbeResolver {
  constructor(private readonly cursors: Cursors) {}

  @Requires('public_read')
  @Query(() => Probe)
  probe(): Probe {
    calls.count += 1;
    return { depth: 0 };
  }

  @Requires('public_read')
  @Query(() => ProbeConnection)
  probes(@Args({ type: () => PageArgs }) args: PageArgs): ProbeConnection {
    calls.count += 1;
    return { nodes: Array.from({ length: args.first }, (_, depth) => ({ depth })) };
  }

  @Requires('public_read')
  @Query(() => String, { nullable: true })
  secretive(): string {
    throw new Error('password of the database is hunter2');
  }

  @Requires('public_read')
  @Query(() => String, { nullable: true })
  down(@Args('neighbour', { type: () => String }) neighbour: string): string {
    throw new UnavailableFault(neighbour, 'connection refused at 10.0.0.7');
  }

  @Requires('public_read')
  @Query(() => String, { nullable: true })
  page(@Args('after', { type: () => String }) after: string, @CurrentViewer() viewer: Viewer | null): string {
    return JSON.stringify(this.cursors.decode(after, { list: 'probe', viewer, filter: null, policySha256: '' }));
  }

  @Requires('live_view')
  @Query(() => String, { nullable: true })
  forRequesters(@CurrentViewer() viewer: Viewer): string {
    return viewer.role;
  }

  @Requires('public_read')
  @Mutation(() => InvalidInput)
  attempt(): InvalidInput {
    return invalidInput({ code: 'TOO_EARLY', textVi: 'Chưa đến lúc.', textEn: 'Too early.', path: ['when'] });
  }

  @FromParent()
  @ResolveField(() => Probe)
  next(@Parent() parent: Probe): Probe {
    calls.count += 1;
    return { depth: parent.depth + 1 };
  }

  @FromParent()
  @ResolveField(() => [Probe])
  many(@Parent() parent: Probe): Probe[] {
    calls.count += 1;
    return [{ depth: parent.depth + 1 }];
  }

  @Requires('live_view')
  @ResolveField(() => String, { nullable: true })
  hidden(): string {
    return 'for requesters';
  }
}

@Module({ providers: [ProbeResolver] })
export class ProbeModule {}

/** What somebody forgets: a field without a permission. The gateway must not start with it. */
@Resolver()
export class ForgetfulResolver {
  @Query(() => String)
  unmarked(): string {
    return 'open to anyone';
  }
}

@Module({ providers: [ForgetfulResolver] })
export class ForgetfulModule {}

/** A resolver that a factory makes: Nest may skip guards there. */
@Module({ providers: [{ provide: 'PROBE', useFactory: () => new ProbeResolver(new Cursors(Buffer.alloc(32))) }] })
export class FactoryModule {}
