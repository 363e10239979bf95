import { TypedField } from './typed-field';

/** Where the pane is, beside the grid. */
export class PanePlace {
  readonly element = document.createElement('div');
  readonly #field = new TypedField(this.element);

  /** Whether a field of the pane holds what nobody has taken over yet. */
  get isTyping(): boolean {
    return this.#field.isTyped;
  }

  /** Ends what is being typed in a field of the pane, which takes it over. */
  endTyping(): void {
    const field = document.activeElement;
    if (field instanceof HTMLElement && this.element.contains(field)) field.blur();
  }

  /** Puts the keyboard into the pane: its open tab, or the first thing that can be reached. */
  focus(): void {
    const target =
      this.element.querySelector<HTMLElement>('[role="tab"][aria-selected="true"]') ??
      this.element.querySelector<HTMLElement>('button');
    target?.focus();
  }
}
