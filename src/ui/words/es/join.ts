/** Words of the pages on which a tablet joins a hub, in Spanish. */
import type { join as en } from '../en/join.ts';

export const join: typeof en = {
  title: 'Unirse a un hub · Quiet Checkpoint',
  linkTitles: { owner: 'Fundar el hub de su distrito', invitation: 'Unirse al hub de su distrito', pairing: 'Emparejar este dispositivo' },
  ask: {
    head: 'Unirse a un hub',
    says: 'Abra el enlace que le dieron, escanee su código con la cámara, o póngalo aquí. Cada enlace sirve una vez.',
    link: 'Enlace o código', look: 'Mirarlo',
  },
  notNow: 'Ahora no',
  member: { head: 'Esta tableta pertenece a un hub', says: 'Para unirse a otro, deje primero ese hub; lo que hay en esta tableta se queda.' },
  toHub: 'Al hub', toMeetings: 'A las reuniones',
  pairing: {
    head: 'Emparejar este dispositivo', digits: 'El otro dispositivo también muestra seis dígitos. Si son iguales, dígalo allí.',
    asking: 'Preguntando al hub.', ends: 'Termina por sí solo después de 10 minutos.', callOff: 'Cancelar',
  },
  joined: {
    founded: 'El distrito está fundado', head: 'Esta tableta ya es parte del hub',
    says: 'Desde ahora, cada reunión terminada sale por sí sola cuando el hub está al alcance.',
    confirms: 'El dispositivo de un propietario confirma sus claves la próxima vez que se comunique con el hub. Hasta entonces, los registros esperan aquí.',
  },
  verbs: { owner: ['Fundar el distrito', 'Fundando'], invitation: ['Unirse', 'Uniéndose'], pairing: ['Emparejar', 'Empezando'] },
  owner: {
    says: 'Esta tableta crea la clave del distrito y la guarda. Usted invita a líderes y lee lo que terminan.',
    holds: 'Quien tiene esta tableta tiene la clave del distrito: ponga un bloqueo y haga después una copia de respaldo.',
  },
  invitation: {
    says: 'Los registros terminados van al hub de su distrito, sellados. Antes de eso, nada sale de esta tableta.',
    reads: 'El distrito lee', readsWhat: 'Registros terminados: marcas, notas compartidas, seguimientos, códigos',
    nobody: 'Nadie más lee', nobodyWhat: ['Notas solo de la tableta; nunca salen', 'Reuniones sin terminar'],
  },
  secondDevice: 'Este dispositivo será el segundo del mismo líder: recibe las claves y todos los registros terminados.',
  key: 'La clave del distrito, como la muestra la pantalla que invita',
  label: { name: 'Cómo se llama esta tableta en las listas', advice: 'El hub puede leerlo: sin nombres de estudiantes.', usual: 'Tableta' },
};
