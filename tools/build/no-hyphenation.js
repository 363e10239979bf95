/** What stands in place of the grid's hyphenation patterns of sixty languages: no cell of a form is hyphenated. */
export {};
