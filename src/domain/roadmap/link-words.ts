/**
 * Words that most roadmaps have, for packing small ones into a link: deflate refers to them
 * instead of carrying them (RFC 1950, preset dictionary). Part of the form of links `r=1`: it
 * never changes; another one is another number.
 */
export const linkWords = [
  '"collaborative-iep-team-meetings","reevaluation","manifestation","student-attending","english-learner","interpreter","access-format","transition-agency","transition","initial","annual","behavior","virtual","draft"',
  ',"pinned":true,"minutes":10,"shortTitle":"","stage":"before","stage":"after","basedOn":{"id":"","publishedOn":"20","conditions":[{"id":"","label":"","match":"all","of":["translations":{"es":{"phases":{"items":{',
  '"kind":"role","kind":"equity","lens":["compliance"],"lens":["compliance","instruction"],"core":true,"chainLink":"placement","chainLink":"service","chainLink":"goal","chainLink":"impact","chainLink":"data",',
  '"evidence":"document","legalForce":"must-be-in-iep","allowPartly":false},{"legalForce":"supports","legalForce":"must-happen","citation":"34 CFR 300.',
  '{"id":"","version":"1","title":"","phases":[{"id":"","stage":"during","title":"","purpose":"","pinned":false}],"items":[',
  '{"id":"","phase":"","stage":"during","kind":"quality","lens":["instruction"],"label":"The team ","lookFor":"","citation":"","coachingMove":"","appliesWhen":[],"core":false,"chainLink":"","patterns":[],"evidence":"seen-or-heard","legalForce":"none","allowPartly":true},',
].join('');
