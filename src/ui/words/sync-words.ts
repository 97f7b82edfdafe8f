/** Words for the hub: what waits, what went, and what is in the way; what happened, what is safe, what to do. */
import type { QueueLine, Reach, Role, SyncObstacle, TrustFact } from '#app/sync/desk.ts';
import { dayOf, nearDay, pastTime, weekdayShort, daysBetween } from './dates.ts';
import type { Words } from './errors.ts';
import { counted, typeName } from './plain.ts';

const waitHere = 'Your records wait here, sealed. Nothing is lost.';
const nothingSent = 'Nothing was sent.';
const asBefore = 'All that is on this tablet is as it was.';
const words = (happened: string, safe: string, next: string): Words => ({ happened, safe, next });

/** What did not hold, for a hub that is not trusted. */
function checkWords(what: TrustFact): string {
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
export function syncWords(obstacle: SyncObstacle): Words {
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
    case 'HubNotTrusted': return words(`This hub did not pass a check. ${checkWords(obstacle.what)}`, `Nothing is sent to it any more. ${waitHere}`, 'Tell the person who runs the hub, and the owner of the district. Send again only when they know why.');
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

/** An obstacle as one line. */
export function syncLine(obstacle: SyncObstacle): string {
  const { happened, safe, next } = syncWords(obstacle);
  return `${happened} ${safe} ${next}`;
}

export const roleName = (role: Role): string => ({ owner: 'Owner', district: 'District', leader: 'Leader' })[role];

/** What somebody in this role can read. */
export const roleReads = (role: Role): string =>
  ({
    owner: 'Reads the records of all leaders, invites and removes.',
    district: 'Reads the records of all leaders.',
    leader: 'Reads their own records.',
  })[role];

/** `Today 11:31`, `Tue 4:40 pm`, `Nov 3`. */
export function whenBrief(atMs: number, nowMs: number): string {
  const [day, today] = [dayOf(atMs), dayOf(nowMs)];
  const days = daysBetween(day, today);
  if (days === 0) return `Today ${pastTime(atMs)}`;
  if (days > 0 && days < 7) return `${weekdayShort(day)} ${pastTime(atMs)}`;
  return nearDay(day, today);
}

/** `today, 4:12 pm`, in a sentence. */
export const whenSaid = (atMs: number, nowMs: number): string => `${nearDay(dayOf(atMs), dayOf(nowMs))}, ${pastTime(atMs)}`;

export interface StateWords {
  readonly icon: string;
  readonly tone: 'ink' | 'clay';
  readonly says: string;
  readonly more: string;
}

/** The one sentence at the head of the screen. */
export function reachWords(reach: Reach, { lastMetAtMs, waiting, nowMs }: { readonly lastMetAtMs: number | null; readonly waiting: number; readonly nowMs: number }): StateWords {
  const last = lastMetAtMs === null ? 'Not met yet.' : `Last met ${whenSaid(lastMetAtMs, nowMs)}.`;
  if (reach.kind === 'not-tried') return { icon: 'clock', tone: 'ink', says: 'The hub was not asked yet.', more: last };
  if (reach.kind === 'met') {
    return { icon: 'check', tone: 'ink', says: 'The hub is in reach.', more: `${last}${waiting === 0 ? ' Nothing waits.' : ` ${counted(waiting, 'record')} on the way.`}` };
  }
  const { obstacle, nextAtMs } = reach;
  if (obstacle.type === 'HubOutOfReach') return { icon: 'offline', tone: 'ink', says: 'No hub in reach.', more: `${last} Everything is kept; records leave by themselves.` };
  const again = nextAtMs === null ? '' : ` Next try ${nextAtMs <= nowMs ? 'now' : pastTime(nextAtMs)}.`;
  return { icon: 'info', tone: 'clay', says: syncWords(obstacle).happened, more: `${syncWords(obstacle).safe} ${syncWords(obstacle).next} ${last}${again}` };
}

/** Why the hub did not take one record, and what to do with it. */
export function refusedWords(code: string): string {
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
export function lineName(line: QueueLine): string {
  if (line.kind === 'tombstone') return 'A meeting that was removed here';
  const type = line.about === null ? 'A meeting' : typeName(line.about.type);
  if (line.kind === 'draft') return `${type}, draft`;
  return line.revision > 1 ? `${type}, revision ${String(line.revision)}` : type;
}

/** What happens next with a line that waits. */
export const lineSays = (line: QueueLine, running: boolean): string => {
  if (line.refusedBecause !== null) return refusedWords(line.refusedBecause);
  if (line.kind === 'tombstone') return 'The hub is told to remove it too.';
  const what = line.kind === 'draft' ? 'Sealed for you alone.' : 'Sealed.';
  return running ? `${what} On its way.` : `${what} Waits for the hub.`;
};

/** `R-09, T-19, M-11 and 25 more`, as parts so that codes are set as codes. */
export const restOf = (count: number, shown: number): string => (count > shown ? ` and ${String(count - shown)} more` : '');

/** What the link that was opened is for. */
export const linkTitle = (kind: 'owner' | 'invitation' | 'pairing'): string =>
  ({ owner: 'Found your district’s hub', invitation: 'Join your district’s hub', pairing: 'Pair this device' })[kind];
