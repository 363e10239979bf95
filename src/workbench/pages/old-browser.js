/*
 * Plain ES5: runs in Internet Explorer too, and in what calls itself another browser and shows pages with its engine.
 * Where the browser is older than the workbench, the page that says so takes its place, which would stay empty. Asked is
 * what old-excel.js asks for, and the round corners that the grid draws, which came last to Chrome (99) and Firefox (112).
 */
(function () {
  'use strict';
  try {
    if (
      typeof Array.prototype.findLast === 'function' &&
      typeof window.CanvasRenderingContext2D.prototype.roundRect === 'function' &&
      new RegExp('(?<!a)b').test('b')
    )
      return;
  } catch (tooOld) {
    // No canvas, or a regular expression that it cannot read.
  }
  window.location.replace('old-browser.html');
})();
