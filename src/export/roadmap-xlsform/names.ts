/**
 * Names of a form's rows. The XLSForm reference asks for a letter or underscore first, then
 * letters, digits, underscores; questions that others refer to need one name in all of the form.
 */

/** Names that tools keep for themselves. */
const kept = ['data', 'meta', 'audit', 'instanceid', 'instancename'];

export class Names {
  readonly #given = new Set(kept);

  /** A name made of an id, such as `parent_input` of `parent-input`; with a number where it is taken. */
  give(id: string): string {
    const plain = id.replaceAll('-', '_');
    const base = /^[a-z]/.test(plain) ? plain : `_${plain}`;
    let name = base;
    for (let at = 2; this.#given.has(name); at += 1) name = `${base}_${String(at)}`;
    this.#given.add(name);
    return name;
  }
}
