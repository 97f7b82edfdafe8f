/**
 * Words that are written with a capital letter in notes on a meeting and name no person, and
 * first names that do. Both are short on purpose: the guard underlines quietly, and a name
 * that it misses or a word too many does no harm.
 */
const words = (text: string): readonly string[] => text.trim().split(/\s+/);

/** Lower case. Terms of the field, languages, subjects, tests, roles, calendar, tools. */
export const plainWords: ReadonlySet<string> = new Set(words(`
  iep ieps lea leas sea slp ot pt pwn fape lre esy bip fba idea ada ferpa rti mtss udl asl ell esl eld apd adhd asd sld
  part section act federal state county office board department district region title tier level grade room period
  goal goals data impact service services placement need needs strength strengths present levels annual review
  transition eligibility evaluation reevaluation manifestation amendment notice consent draft agenda summary plan
  kindergarten elementary middle high school preschool college university campus classroom center program class
  family families parent parents mother father mom dad mum guardian guardians grandmother grandfather grandma grandpa
  aunt uncle student students child teacher teachers principal director coordinator case manager psychologist
  counselor nurse therapist interpreter advocate attorney facilitator administrator representative rep provider
  para paraprofessional aide specialist pathologist observer team coach
  english spanish french german italian portuguese russian arabic mandarin cantonese chinese vietnamese korean
  japanese tagalog navajo hmong somali haitian creole hindi urdu punjabi bengali farsi dari pashto swahili amharic
  polish ukrainian romanian hebrew greek turkish burmese karen nepali latin braille american mexican hispanic latino
  latina latinx african asian european indian native indigenous black white
  math maths mathematics reading writing science history algebra geometry biology chemistry physics civics art music
  language arts social studies literacy phonics fluency comprehension speech occupational physical therapy
  education special general regular inclusion resource behavior support supports adaptive health life skills
  woodcock woodcock-johnson johnson wechsler wisc wiat ktea basc vineland dibels lexile lexiles nwea map iready acadience
  fountas pinnell brigance celf conners staar caasp sbac act sat psat
  monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september
  october november december spring summer fall autumn winter thanksgiving christmas easter halloween ramadan
  mon tue tues wed thu thur thurs fri sat sun jan feb mar apr jun jul aug sep sept oct nov dec
  united states america usa arizona phoenix california texas york mexico washington
  zoom google chromebook ipad teams microsoft word excel docs drive classroom seesaw medicaid internet wi-fi email
  i i'm i'll i've i'd ok okay yes no not partly a an and the of for to in on at by with as is are was were if so but or
  he she they we you it his her their our who what when where why how this that these those there here then
  mr mrs ms dr miss sr sra señor señora mx prof student's sample
`));

/** Lower case. Frequent given names of children and adults in US schools that are no common words. */
export const givenNames: ReadonlySet<string> = new Set(words(`
  aaron abigail adam adrian aiden alejandra alejandro alex alexander alexandra alexis alice alicia alyssa amanda amelia
  amy ana andrea andrew angela anna anthony antonio aria ariana ashley ava avery beatriz benjamin brandon brenda brian
  brianna caleb camila carlos carmen caroline charles charlotte chloe christian christina christopher claudia
  connor cristian cynthia daniel daniela david deborah diana diego dominic donna dylan eduardo elena eli elijah elizabeth
  ella emily emma eric esteban ethan eva evan evelyn fatima felipe fernando francisco gabriel gabriela gavin george
  gloria guadalupe hailey hannah harper hector henry ian irene isaac isabel isabella isaiah jack jacob jaden james
  jamal jasmine jason javier jayden jennifer jeremiah jessica jesus joaquin john jonathan jordan jorge jose joseph
  joshua juan juana julia julian karen katherine kayla kaylee kevin kimberly kyle landon laura lauren layla leah leo
  leonardo liam linda lisa logan lopez lucas lucia luis luke lupe luz madison manuel marcus margaret maria mariana mario marisol
  martha martin mary mason mateo matthew maya megan melissa mia michael michelle miguel mohamed mohammed muhammad
  nancy naomi natalia natalie nathan nicholas nicole noah nora olivia oscar owen pablo patricia paul pedro rachel
  rafael ramon raul rebecca ricardo richard robert roberto rodrigo rosa ruben ryan salvador samantha samuel sandra
  santiago sara sarah sebastian sergio sharon sofia sophia stella stephanie steven susan sydney tamika teresa thomas
  timothy tyler valentina valeria vanessa veronica vicente victor victoria vincent wendy william xavier ximena
  yesenia yolanda zachary zoe
`));
