/** Words for the hub, in English: what waits, what went, and what is in the way; what happened, what is safe, what to do. */
import type { QueueLine, Reach, Role, SyncObstacle, TrustFact } from '#app/sync/desk.ts';
import { dayOf, daysBetween } from '../dates-in.ts';
import { dates } from './dates.ts';
import { plain } from './plain.ts';

interface Words {
  readonly happened: string;
  readonly safe: string;
  readonly next: string;
}

/** The one sentence at the head of the screen. */
export interface StateWords {
  readonly icon: string;
  readonly tone: 'ink' | 'clay';
  readonly says: string;
  readonly more: string;
}

const { counted, typeName } = plain;
const records = (count: number): string => counted(count, 'record');
const waitHere = 'Your records wait here, sealed. Nothing is lost.';
const nothingSent = 'Nothing was sent.';
const asBefore = 'All that is on this tablet is as it was.';
const words = (happened: string, safe: string, next: string): Words => ({ happened, safe, next });

/** What did not hold, for a hub that is not trusted. */
function check(what: TrustFact): string {
  switch (what.type) {
    case 'OtherHub': return 'Another hub answers at this address.';
    case 'PinDiffers': return 'Its key is not the key of the district that this tablet joined.';
    case 'StatementForged': return 'The district did not sign what it says of the district.';
    case 'StatementRolledBack': case 'RevocationsRolledBack': case 'PublishedRolledBack': return 'It gave something older than it had given before.';
    case 'RevocationsForged': return 'The district did not sign its list of removed members.';
    case 'CertificateForged': return 'A member’s keys are not signed by the district.';
    case 'CertificateRolledBack': return 'It gave older keys of a member than before.';
    case 'JoinForged': return 'It gave other keys than those of the person who was invited.';
    case 'KeyringForged': return 'A ring of keys was not made by the member that it is of.';
    case 'KeyringRolledBack': return 'It gave an older ring of keys than before.';
    case 'GrantForged': return 'The district did not sign the key that it handed over.';
    case 'PublishedForged': return 'The district did not sign what it gives out for all leaders.';
    case 'ReceiptDiffers': return 'It acknowledged something else than was sent.';
    case 'RecordForged': return 'A record was not signed by the member that it is of.';
    case 'ReplicaRolledBack': return 'It gave an older revision of a record than before.';
    case 'SequenceRolledBack': return 'It counts fewer records than it had given out.';
    case 'UnknownMember': return 'It gave records of somebody whose keys are not known.';
    case 'KeyWithheld': return 'It does not give out the keys that records are sealed with.';
    case 'RoadmapWithheld': return 'It does not give out a roadmap that records rest on.';
  }
}

/** Every obstacle on the way to the hub; one without words does not compile. */
function obstacleWords(obstacle: SyncObstacle): Words {
  switch (obstacle.type) {
    case 'HubOutOfReach': return words('The hub did not answer.', waitHere, 'It is tried again by itself.');
    case 'NotTheHub': return words('Something else answered instead of the hub. This Wi-Fi may want a sign-in first.', `${nothingSent} ${waitHere}`, 'Open any web page, sign in, then come back.');
    case 'SignInNeeded': return words('The hub does not know this tablet any more.', waitHere, 'Ask the owner of your district’s hub for an invitation, or pair with another device of yours.');
    case 'NotAllowed':
      if (obstacle.code === 'not-yet-countersigned') return words('An owner’s device has not confirmed your keys yet.', waitHere, 'It does so by itself when it next meets the hub; records leave after that.');
      return words('The hub does not let this tablet do that.', waitHere, 'Ask the owner of your district’s hub whether you are still a member.');
    case 'HubBusy': return words('The hub has much to do and asked to wait.', waitHere, 'It is tried again by itself.');
    case 'HubFull': return words('The hub has no room left.', waitHere, 'Tell the person who runs the hub. It is tried again by itself.');
    case 'TooLargeForHub': return words('The hub takes less in one go than was sent.', waitHere, 'It is sent in smaller parts by itself.');
    case 'HubNotTrusted': return words(`This hub did not pass a check. ${check(obstacle.what)}`, `Nothing is sent to it any more. ${waitHere}`, 'Tell the person who runs the hub, and the owner of the district. Send again only when they know why.');
    case 'AppTooOld': return words('The hub asked for a newer version of the app.', waitHere, 'Update the app when you are online, under This tablet.');
    case 'LinkUnreadable': return words('This is not a whole link of a hub.', asBefore, 'Copy it once more from its beginning to its end, or scan the code again.');
    case 'OtherHub': return words(`This link is for another address: ${obstacle.host}.`, asBefore, 'Open the link itself; the app of that hub opens with it.');
    case 'LinkSpent': return words('This link was used already, was called off, or its time is over.', asBefore, 'Ask for a new one. Each link is good for one device.');
    case 'NotFounded': return words('Nobody has founded the district on this hub yet.', asBefore, 'The person who runs the hub opens the owner link first, then invites.');
    case 'AlreadyJoined': return words('This tablet belongs to a hub already.', asBefore, 'Leave that hub first, under This tablet, if you mean to change.');
    case 'NotJoined': return words('This tablet has not joined a hub.', asBefore, 'Open the link of an invitation, or type it.');
    case 'PairingEnded': return words('The two devices were not paired.', 'No key was handed over.', 'Begin again on the device that has your meetings.');
    case 'RefusedByHub': return words(`The hub said no, and this app does not know the reason (${obstacle.code}).`, waitHere, 'It is tried again by itself. Update the app when you are online.');
    case 'KeepingHeld': return words('The tablet did not store what has to be kept before the next step.', asBefore, 'Make room on the tablet, then try again.');
  }
}

const roleNames: Readonly<Record<Role, string>> = { owner: 'Owner', district: 'District', leader: 'Leader' };

/** `Today 11:31`, `Tue 4:40 pm`, `Nov 3`. */
function whenBrief(atMs: number, nowMs: number): string {
  const [day, today] = [dayOf(atMs), dayOf(nowMs)];
  const days = daysBetween(day, today);
  if (days === 0) return `Today ${dates.pastTime(atMs)}`;
  if (days > 0 && days < 7) return `${dates.weekdayShort(day)} ${dates.pastTime(atMs)}`;
  return dates.nearDay(day, today);
}

/** `today, 4:12 pm`, in a sentence. */
const whenSaid = (atMs: number, nowMs: number): string => `${dates.nearDay(dayOf(atMs), dayOf(nowMs))}, ${dates.pastTime(atMs)}`;

function reachWords(reach: Reach, { lastMetAtMs, waiting, nowMs }: { readonly lastMetAtMs: number | null; readonly waiting: number; readonly nowMs: number }): StateWords {
  const last = lastMetAtMs === null ? 'Not met yet.' : `Last met ${whenSaid(lastMetAtMs, nowMs)}.`;
  if (reach.kind === 'not-tried') return { icon: 'clock', tone: 'ink', says: 'The hub was not asked yet.', more: last };
  if (reach.kind === 'met') {
    return { icon: 'check', tone: 'ink', says: 'The hub is in reach.', more: `${last}${waiting === 0 ? ' Nothing waits.' : ` ${records(waiting)} on the way.`}` };
  }
  const { obstacle, nextAtMs } = reach;
  if (obstacle.type === 'HubOutOfReach') return { icon: 'offline', tone: 'ink', says: 'No hub in reach.', more: `${last} Everything is kept; records leave by themselves.` };
  const again = nextAtMs === null ? '' : ` Next try ${nextAtMs <= nowMs ? 'now' : dates.pastTime(nextAtMs)}.`;
  const { happened, safe, next } = obstacleWords(obstacle);
  return { icon: 'info', tone: 'clay', says: happened, more: `${safe} ${next} ${last}${again}` };
}

/** Why the hub did not take one record, and what to do with it. */
function refusedWords(code: string): string {
  switch (code) {
    case 'not-here': return 'This revision is not on this tablet any more, so it cannot be sent. Finish the meeting again for the next one.';
    case 'too-large': return 'It is larger than the hub takes. Shorten the longest notes, or hand it over as a file.';
    case 'revision-taken': return 'The hub has this revision with other words in it. Try again sends it as the next one.';
    case 'deleted': return 'It was removed on another device of yours. Back to draft keeps it here.';
    case 'bad-signature': case 'bad-record': return 'The hub could not check it. Try again seals it anew.';
    default: return `The hub did not take it (${code}). Try again, or hand it over as a file.`;
  }
}

/** What a line of the queue is about: `Annual review, revision 2`. */
function lineName(line: QueueLine): string {
  if (line.kind === 'tombstone') return 'A meeting that was removed here';
  const type = line.about === null ? 'A meeting' : typeName(line.about.type);
  if (line.kind === 'draft') return `${type}, draft`;
  return line.revision > 1 ? `${type}, revision ${String(line.revision)}` : type;
}

/** What happens next with a line that waits. */
function lineSays(line: QueueLine, running: boolean): string {
  if (line.refusedBecause !== null) return refusedWords(line.refusedBecause);
  if (line.kind === 'tombstone') return 'The hub is told to remove it too.';
  const what = line.kind === 'draft' ? 'Sealed for you alone.' : 'Sealed.';
  return running ? `${what} On its way.` : `${what} Waits for the hub.`;
}

export const sync = {
  obstacleWords, whenBrief, whenSaid, reachWords, lineName, lineSays, roleNames, records,
  /** What somebody in this role can read. */
  roleReads: {
    owner: 'Reads the records of all leaders, invites and removes.',
    district: 'Reads the records of all leaders.',
    leader: 'Reads their own records.',
  },
  /** `R-09, T-19, M-11 and 25 more`: what stands after the codes. */
  restOf: (count: number, shown: number): string => (count > shown ? ` and ${String(count - shown)} more` : ''),
  page: {
    title: 'The hub · Quiet Checkpoint', back: 'This tablet', head: 'The hub', aside: 'Devices and choices',
    noHub: 'No hub joined.', noHubMore: 'The app works without one; records stay on this tablet.',
    sendNow: 'Send now', running: 'Meeting the hub',
  },
  noHub: {
    head: 'Join your district’s hub',
    says: 'If your district runs a hub, join it once: scan the code that you were given with the tablet’s camera, or put the link here.',
    link: 'Link or code', join: 'Join',
    without: 'Without a hub',
    byFile: 'Records travel by file. What comes in is merged the same way: of each entry the later one counts, and the same file twice changes nothing.',
    toOther: 'To another tablet of yours', toOtherSays: 'One sealed file with everything; opens with a passphrase',
    restore: 'Bring in such a file', restoreSays: 'You see what it holds before anything is brought in',
    bringIn: 'Bring in records', bringInSays: 'Files that were saved from summaries, also sealed ones',
    what: 'What a hub is',
    whatSays: 'A small server of your district. Finished records go to it sealed; it keeps them for you and for the district, and cannot read them.',
  },
  waiting: {
    head: 'Waiting to leave', none: 'Nothing waits. A finished meeting comes here by itself; samples never do.',
    thisOne: 'this one', again: 'Try again', look: 'Look or export', draft: 'Back to draft',
    actOn: (act: string, code: string): string => `${act}: ${code}`,
  },
  arrived: {
    head: 'With the hub', none: 'Nothing yet. Only a receipt of the hub brings a record here.',
    says: 'Arrived, checked, readable by you and the district’s key.',
    compare: 'Compare with the hub', comparing: 'Comparing',
    compared: ({ here, there, same }: { readonly here: number; readonly there: number; readonly same: number }): string =>
      `${records(here)} with a receipt here, ${String(there)} at the hub, ${String(same)} alike, byte for byte.`,
    missing: (count: number): string => `${records(count)} did not stay at the hub and ${count === 1 ? 'is' : 'are'} sent again.`,
    different: (count: number): string => `${records(count)} ${count === 1 ? 'has' : 'have'} other bytes there. Tell the person who runs the hub; what is here stays.`,
  },
  district: {
    head: 'From other leaders',
    count: (count: number, leaders: number): string => `${records(count)}, ${counted(leaders, 'leader')}`,
    none: 'Nothing yet. What other leaders finish comes here, opened with the district’s key on this tablet alone.',
    more: (count: number): string => `And ${String(count)} more.`,
  },
  reads: {
    head: 'Who can read what', sees: 'The hub sees', blind: 'The hub cannot see',
    seesWhat: ['That a sealed record exists, its size and when it came', 'Which device brought it'],
    blindTo: ['Codes, marks, notes, roles, schools', 'Device-only notes, which stay on this tablet'],
    youAre: { before: 'You are here as ', after: (reads: string): string => `. ${reads} Finished records are read by you and by owners and district members, with the district’s key.` },
    key: { before: 'The hub’s key is the district’s: ', after: '. If it ever changed, nothing would be sent and you would be told.' },
    confirms: 'An owner’s device confirms your keys the next time it meets the hub. Records wait here until then.',
  },
  earlier: {
    head: 'Finished before you joined',
    meetings: (count: number): string => counted(count, 'meeting'),
    asks: (count: number): string => `${counted(count, 'meeting')} ${count === 1 ? 'was' : 'were'} finished on this tablet before. Send ${count === 1 ? 'it' : 'them'} too?`,
    send: (count: number): string => `Send ${count === 1 ? 'it' : `all ${String(count)}`}`,
    keep: (count: number): string => `Keep ${count === 1 ? 'it' : 'them'} here`,
  },
  drafts: {
    head: 'Unfinished meetings', keep: 'Keep a copy at the hub',
    says: 'Sealed for you alone; the district cannot open it. Device-only notes stay on this tablet.',
  },
  devices: {
    head: 'Devices', here: 'This tablet', others: 'Others are listed when the hub is in reach.',
    joined: (day: string): string => `Joined ${day}`,
    seen: (day: string): string => `Seen ${day}`,
    remove: 'Remove', really: 'Really remove',
    removeOf: (label: string): string => `Remove ${label}`,
  },
  members: {
    head: 'Members',
    count: (count: number): string => counted(count, 'member'),
    nameOf: (role: Role, label: string | null): string => `${roleNames[role]}, ${label ?? 'you'}`,
    devices: (count: number): string => counted(count, 'device'),
    waits: 'Keys wait to be confirmed', removed: 'Removed; sends and fetches nothing',
    says: (standing: string, sealed: number): string => `${standing}${sealed === 0 ? '' : `, ${counted(sealed, 'sealed record')}`}.`,
    more: 'More',
    moreFor: (label: string): string => `More for ${label}`,
    explains: 'A wiped or lost tablet comes back by a link for this member: it gets new keys and fetches every record again. Removing ends sending and fetching; what was sent stays.',
    bringBack: 'Bring a device back', qr: 'QR code that brings a device back',
    remove: 'Remove this member', really: 'Really remove',
  },
  invite: {
    head: 'Invite', qr: 'QR code of the invitation',
    out: (role: Role, until: string): string => `For one ${roleNames[role].toLowerCase()}, once, until ${until}. Send it on a way that you trust.`,
    done: 'Done', callItOff: 'Call it off', callOff: 'Call off', role: 'Role of the new member',
    make: 'Make an invitation', making: 'Making the link',
    forOne: (role: Role): string => `For one ${roleNames[role].toLowerCase()}`,
    recovers: 'To bring a member back',
    until: (when: string): string => `Until ${when}`,
  },
  linkOut: {
    says: 'Scan it with the other device, or hand the link over.', copy: 'Copy the link', link: 'Link', key: 'The district’s key: ',
    typed: 'Type it instead', copied: 'Copied. Whoever has the link can join once.', notCopied: 'The browser did not copy it. Mark the text and copy it yourself.',
  },
  pair: {
    head: 'Pair another device', says: 'A second device of yours gets your records and keys.', show: 'Show the code', making: 'Making the code',
    qr: 'QR code to pair another device', good: 'Good for 10 minutes, for one device.', callOff: 'Call it off',
    asks: 'Does the other device show the same six digits?', same: 'They are the same', differ: 'They differ',
    done: 'Paired. The other device fetches your records now.', close: 'Close',
  },
  publish: {
    head: 'For all leaders', none: 'Nothing published yet',
    at: (when: string): string => `Published ${when}`,
    purpose: 'Line of purpose on every report, optional', purposeAdvice: 'Left empty: For coaching and system support; not for staff evaluation.',
    codes: 'Pattern of student codes, optional', codesAdvice: 'Codes that do not fit are asked about, never refused.',
    notAPattern: 'This is not a pattern that can be tried. An example: [A-Z]-[0-9]{2}',
    limits: 'Local time limits, in days; check them with counsel', roadmap: 'With this tablet’s roadmap',
    publish: 'Publish', publishing: 'Publishing', tooLarge: 'This roadmap is larger than what the hub gives out for all (1\u00a0MB). Nothing was published; leaders keep what they have. Publish without the roadmap, and hand it over as a file.',
    done: 'Published, signed with the district’s key. Each leader’s tablet takes it over when it next meets the hub.',
  },
  leave: {
    head: 'Leave the hub', leave: 'Leave this hub', stay: 'Stay',
    says: (waits: number): string =>
      `The keys for this hub go from this tablet. Meetings stay here; what was sent stays at the hub.${waits > 0 ? ` ${records(waits)} ${waits === 1 ? 'has' : 'have'} not left yet and ${waits === 1 ? 'stays' : 'stay'} here.` : ''}`,
  },
};
