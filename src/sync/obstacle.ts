/** What can be in the way between this device and the hub. The records stay where they are in every case. */
export type SyncObstacle =
  /** No answer: no network, no such host, a certificate that does not hold, or silence for the time limit. */
  | { readonly type: 'HubOutOfReach' }
  /** Something answered that is not the hub: a sign-in page of the Wi-Fi, another server, garbage. */
  | { readonly type: 'NotTheHub' }
  /** The hub does not know this device any more. */
  | { readonly type: 'SignInNeeded' }
  /** The hub knows who asks and says no: `not-allowed`, `revoked`, or `not-yet-countersigned`. */
  | { readonly type: 'NotAllowed'; readonly code: string }
  /** The hub asks to wait; `retryAtMs` when it said how long, epoch milliseconds. */
  | { readonly type: 'HubBusy'; readonly retryAtMs: number | null }
  /** The hub's disk is full. */
  | { readonly type: 'HubFull'; readonly retryAtMs: number | null }
  /** More in one go than the hub takes. */
  | { readonly type: 'TooLargeForHub' }
  /** A check of keys, signatures or numbers did not hold: nothing is sent any more. */
  | { readonly type: 'HubNotTrusted'; readonly what: TrustFact }
  /** The hub speaks a later protocol than this version of the app. */
  | { readonly type: 'AppTooOld' }
  /** The text is no link of a hub, or a part of it is missing. */
  | { readonly type: 'LinkUnreadable' }
  /** The link was used, called off, or its time is over. */
  | { readonly type: 'LinkSpent' }
  /** Nobody has founded the district on this hub yet. */
  | { readonly type: 'NotFounded' }
  /** This device belongs to a hub already. */
  | { readonly type: 'AlreadyJoined' }
  /** This device belongs to no hub. */
  | { readonly type: 'NotJoined' }
  /** The other device was not confirmed in time, or the codes differed. */
  | { readonly type: 'PairingEnded' }
  /** The store does not take what has to be kept before the next step. */
  | { readonly type: 'KeepingHeld' }
  /** The hub refused for a reason that is none of the above: a code of `wire/error-code.ts`. */
  | { readonly type: 'RefusedByHub'; readonly code: string };

/** What did not hold. A hub that is honest and whole never gives cause for any of them. */
export type TrustFact =
  /** Another hub answers at this address. */
  | { readonly type: 'OtherHub' }
  /** The district's root key is not the one that the link named. */
  | { readonly type: 'PinDiffers' }
  /** A statement of the district that its root did not sign, or an earlier one than was seen. */
  | { readonly type: 'StatementForged' } | { readonly type: 'StatementRolledBack' }
  | { readonly type: 'RevocationsForged' } | { readonly type: 'RevocationsRolledBack' }
  /** Keys of a member that the root did not sign, or earlier ones than were seen. */
  | { readonly type: 'CertificateForged'; readonly memberId: string } | { readonly type: 'CertificateRolledBack'; readonly memberId: string }
  /** Keys that are not those of the person who was invited. */
  | { readonly type: 'JoinForged'; readonly memberId: string }
  | { readonly type: 'KeyringForged'; readonly memberId: string } | { readonly type: 'KeyringRolledBack'; readonly memberId: string }
  | { readonly type: 'GrantForged' }
  | { readonly type: 'PublishedForged' } | { readonly type: 'PublishedRolledBack' }
  /** The hub acknowledged something else than was sent. */
  | { readonly type: 'ReceiptDiffers'; readonly recordId: string }
  /** A record that no known member signed, or one of another member than was asked for. */
  | { readonly type: 'RecordForged'; readonly memberId: string }
  /** An earlier revision of a record than was seen. */
  | { readonly type: 'ReplicaRolledBack'; readonly memberId: string; readonly recordId: string }
  /** The hub counts fewer rows of a member than it has given out. */
  | { readonly type: 'SequenceRolledBack'; readonly memberId: string }
  /** Records of somebody whose keys are not known. */
  | { readonly type: 'UnknownMember'; readonly memberId: string }
  /** The keys that a member's records are sealed by are not given out. */
  | { readonly type: 'KeyWithheld'; readonly memberId: string }
  /** A roadmap that records name is not given out. */
  | { readonly type: 'RoadmapWithheld'; readonly memberId: string };

/** A record that came and could not be used, while all others went on. */
export interface Unreadable {
  readonly memberId: string;
  readonly recordId: string;
  readonly because: 'seal' | 'inside' | 'stamp' | 'roadmap-differs';
}
