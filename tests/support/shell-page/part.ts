export const part = 'a part that is loaded later';
