/** Words of the choice of a language, in English. Languages are called by their own names. */
export const language = {
  choose: 'Language',
  names: { en: 'English', es: 'Español' },
  notHere: 'Its words are not on this tablet yet. They come when the app is opened with Wi-Fi.',
};
