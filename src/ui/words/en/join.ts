/** Words of the pages on which a tablet joins a hub, in English. */
export const join = {
  title: 'Join a hub · Quiet Checkpoint',
  /** What the link that was opened is for. */
  linkTitles: { owner: 'Found your district’s hub', invitation: 'Join your district’s hub', pairing: 'Pair this device' },
  ask: {
    head: 'Join a hub',
    says: 'Open the link that you were given, scan its code with the camera, or put it here. A link is good once.',
    link: 'Link or code', look: 'Look at it',
  },
  notNow: 'Not now',
  member: { head: 'This tablet belongs to a hub', says: 'To join another one, leave that hub first; what is on this tablet stays.' },
  toHub: 'To the hub', toMeetings: 'To the meetings',
  pairing: {
    head: 'Pair this device', digits: 'The other device shows six digits too. If they are the same, say so there.',
    asking: 'Asking the hub.', ends: 'It ends by itself after 10 minutes.', callOff: 'Call it off',
  },
  joined: {
    founded: 'The district is founded', head: 'Joined',
    says: 'From now on, each finished meeting leaves by itself when the hub is in reach.',
    confirms: 'An owner’s device confirms your keys the next time it meets the hub. Until then records wait here.',
  },
  /** What a link does, and the button that does it; the second word while it is under way. */
  verbs: { owner: ['Found the district', 'Founding'], invitation: ['Join', 'Joining'], pairing: ['Pair', 'Beginning'] },
  owner: {
    says: 'This tablet makes the district’s key and keeps it. You invite leaders, and read what they finish.',
    holds: 'Who holds this tablet holds the key of the district: set a lock, and make a backup after this.',
  },
  invitation: {
    says: 'Finished records go to the hub of your district, sealed. Before that, nothing leaves this tablet.',
    reads: 'The district reads', readsWhat: 'Finished records: marks, shared notes, follow-ups, codes',
    nobody: 'Nobody else reads', nobodyWhat: ['Device-only notes; they never leave', 'Meetings that are not finished'],
  },
  secondDevice: 'This device becomes the second one of the same leader: it gets the keys, and every record that was finished.',
  key: 'The district’s key, as the inviting screen shows it',
  label: { name: 'What this tablet is called in lists', advice: 'The hub can read it: no names of students.', usual: 'Tablet' },
};
