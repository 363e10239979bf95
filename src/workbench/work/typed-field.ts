/** The fields of the pane that write into the sheet once the keyboard leaves them. */
const FIELDS = 'input[data-column], select[data-column]';

/** The field of the pane that has the keyboard, and what stood in it before. */
export class TypedField {
  #field: HTMLInputElement | HTMLSelectElement | null = null;
  #before = '';

  constructor(pane: HTMLElement) {
    pane.addEventListener('focusin', ({ target }) => {
      const field = target instanceof Element && target.matches(FIELDS) ? target : null;
      this.#field = field instanceof HTMLInputElement || field instanceof HTMLSelectElement ? field : null;
      this.#before = this.#field?.value ?? '';
    });
    pane.addEventListener('focusout', () => {
      this.#field = null;
    });
  }

  /** Whether something was typed there that is not in the sheet yet. */
  get isTyped(): boolean {
    return this.#field !== null && this.#field.value !== this.#before;
  }
}
