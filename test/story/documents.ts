/** What the story asks of the public API; one place, so that a change of the schema is found by one look. */

const refusal = /* GraphQL */ `
  __typename
  ... on Problem { code textVi textEn }
  ... on Denied {
    effect decisionId entryId policyRevision nextVi nextEn
    reasons { rule articles message textVi textEn at }
  }
`;

const grantFields = /* GraphQL */ `id state expiresAt actions cameras { id code nameVi } obligations { code mode }`;

export const viewerQuery = /* GraphQL */ `
  query Viewer {
    viewer {
      id
      displayName
      title
      role {
        code
        nameVi
      }
      organisation {
        id
        code
        nameVi
      }
    }
  }
`;

export const camerasQuery = /* GraphQL */ `
  query Cameras($first: Int!, $filter: CameraFilter) {
    cameras(first: $first, filter: $filter) {
      totalCount
      edges {
        node {
          id
          code
          nameVi
          purposes
          zoneKind
          systemKind
          owner {
            id
            code
            nameVi
          }
        }
      }
    }
  }
`;

export const checkRequestQuery = /* GraphQL */ `
  query CheckRequest($input: RequestInput!) {
    checkRequest(input: $input) {
      effect
      reasons {
        rule
        textVi
        textEn
      }
      denies {
        rule
        textVi
        textEn
      }
    }
  }
`;

export const submitRequest = /* GraphQL */ `
  mutation SubmitRequest($input: RequestInput!, $key: String) {
    submitRequest(input: $input, idempotencyKey: $key) {
      ${refusal}
      ... on RequestSubmitted { request { id code state digest } decision { effect reasons { rule } } entry { id acceptedAt } }
    }
  }
`;

export const requestQuery = /* GraphQL */ `
  query Request($id: ID!) {
    request(id: $id) {
      id
      code
      state
      digest
      timeline {
        type
        textVi
        entryId
      }
    }
  }
`;

export const requestsQuery = /* GraphQL */ `
  query Requests($list: RequestList!) {
    requests(first: 50, list: $list) {
      edges {
        node {
          id
          code
          state
        }
      }
    }
  }
`;

export const giveConsent = /* GraphQL */ `
  mutation GiveConsent($id: ID!, $digest: String!) {
    giveConsent(requestId: $id, verdict: CONSENT, shownDigest: $digest) {
      ${refusal}
      ... on ConsentRecorded { request { state } entry { id } }
    }
  }
`;

export const reviewRequest = /* GraphQL */ `
  mutation ReviewRequest($id: ID!, $digest: String!) {
    reviewRequest(requestId: $id, verdict: FORWARD, shownDigest: $digest) {
      ${refusal}
      ... on ReviewRecorded { request { state } entry { id } }
    }
  }
`;

export const approveRequest = /* GraphQL */ `
  mutation ApproveRequest($id: ID!, $digest: String!, $expiresAt: DateTime) {
    approveRequest(requestId: $id, verdict: APPROVE, shownDigest: $digest, expiresAt: $expiresAt) {
      ${refusal}
      ... on ApprovalRecorded { request { state } entry { id } grants { ${grantFields} } }
    }
  }
`;

export const withdrawRequest = /* GraphQL */ `
  mutation WithdrawRequest($id: ID!, $reason: String!) {
    withdrawRequest(requestId: $id, reason: $reason) { ${refusal} ... on RequestWithdrawn { request { state } entry { id } } }
  }
`;

export const openPlayback = /* GraphQL */ `
  mutation OpenPlayback($input: OpenPlaybackInput!) {
    openPlayback(input: $input) {
      ${refusal}
      ... on PlaybackOpened {
        session { id state mediaUrl eventsUrl notAfter watermarkText obligations { code } }
        entry { id acceptedAt }
        receipt { entryId text }
      }
    }
  }
`;

export const closePlayback = /* GraphQL */ `
  mutation ClosePlayback($id: ID!) { closePlayback(id: $id) { ${refusal} ... on PlaybackClosed { session { state } entry { id } } } }
`;

export const playbackSessionQuery = /* GraphQL */ `
  query PlaybackSession($id: ID!) {
    playbackSession(id: $id) {
      id
      state
      endReason
      endedAt
      firstByteAt
      lastByteAt
      deliveredRanges {
        from
        to
      }
    }
  }
`;

export const revokeGrant = /* GraphQL */ `
  mutation RevokeGrant($id: ID!, $reason: String!) {
    revokeGrant(grantId: $id, reason: $reason) {
      ${refusal}
      ... on GrantRevoked {
        grant { id state revokedAt }
        entry { id }
        revocation { position revokedAt edgesExpected edgesAcknowledged tookMs sessionsEnded }
      }
    }
  }
`;

export const entriesQuery = /* GraphQL */ `
  query Entries($first: Int!, $after: String, $filter: EntryFilter) {
    entries(first: $first, after: $after, filter: $filter) {
      ${refusal}
      ... on EntryConnection {
        edges { cursor node { id type at outcome organisationCode role requestId grantId cameraId caseReference rules index state leaf } }
        pageInfo { hasNextPage endCursor }
      }
    }
  }
`;

export const entryQuery = /* GraphQL */ `
  query Entry($id: ID!) {
    entry(id: $id) {
      id
      type
      outcome
      state
      index
      organisationCode
      rules
      leaf
    }
  }
`;

export const proofQuery = /* GraphQL */ `
  query Proof($id: ID!) {
    proof(entryId: $id) {
      ${refusal}
      ... on EntryProof { index size leafHash leaf proof state witnesses { name at } }
    }
  }
`;
