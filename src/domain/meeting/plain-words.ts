/**
 * Words that are written with a capital letter in notes on a meeting and name no person, and
 * first names that do. Both are short on purpose: the guard underlines quietly, and a name
 * that it misses or a word too many does no harm.
 */
const words = (text: string): readonly string[] => text.trim().split(/\s+/);

/** Lower case, without accents. Terms of the field, languages, subjects, tests, roles, calendar, tools. */
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
  mr mrs ms dr miss sr sra senor senora mx prof student's sample
  pei peis aprendiz aprendices parte seccion ley estado distrito condado escuela primaria secundaria preescolar kinder salon aula grado
  fase fases indicador indicadores meta metas datos impacto servicio servicios ubicacion necesidad necesidades fortaleza fortalezas
  niveles actuales desempeno revision anual transicion elegibilidad evaluacion reevaluacion manifestacion enmienda aviso previo escrito
  consentimiento garantias procesales borrador resumen adaptaciones apoyo apoyos conducta entorno restrictivo
  familia familias padre padres madre mama papa tutor tutora tutores abuela abuelo tia tio hermano hermana estudiante estudiantes alumno
  alumna nino nina hijo hija maestro maestra maestros profesor profesora director directora coordinador coordinadora encargado encargada
  caso psicologo psicologa consejero consejera enfermero enfermera terapeuta patologo patologa fisioterapeuta interprete defensor defensora
  abogado abogada facilitador facilitadora administrador administradora representante especialista asistente equipo lider agencia educacion
  especial general reunion ingles espanol frances aleman chino arabe portugues vietnamita somali criollo haitiano ruso coreano tagalo
  mixteco nahuatl quiche latinoamericano matematicas lectura escritura ciencias historia arte musica lenguaje habla terapia ocupacional
  fisica recreo biblioteca lunes martes miercoles jueves viernes sabado enero febrero marzo mayo junio agosto septiembre
  setiembre octubre noviembre diciembre primavera verano otono invierno navidad pascua santa semana dios
  estados unidos espana puerto rico cuba honduras nicaragua colombia venezuela peru guatemala ecuador republica dominicana
  usted ustedes ud uds yo el ella ellos ellas ello nosotros lo la los las un una unos unas y o u e de del a al en con por para sin sobre
  que como cuando donde quien cual si no se su sus es son fue muy mas pero porque este esta esto ese esa eso aqui alli hay ya aun
  srta senorita dra lic profa ejemplo
`));

/** Lower case, without accents. Frequent given names of children and adults in US schools that are no common words. */
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
  adriana alberto alfredo alondra angel angelica armando arturo carolina cecilia cesar edgar emiliano emilio enrique ernesto estefania
  fabian fernanda gerardo gilberto gonzalo guillermo gustavo hugo ignacio irma ismael ivan jaime jimena leticia lorena lourdes magdalena
  marcela mauricio maricela miriam monica octavio raquel renata rocio rodolfo rogelio rosario saul silvia susana tomas ulises yadira
`));
