/*
 * Plain ES5: runs in the IE webview of old Excel, which can read nothing newer. Where the webview is older than the
 * pane's own script, the page that says so takes the pane's place; where only a requirement set is missing, the pane
 * itself goes there. Of what the script needs, the look behind in a regular expression came last to Safari, and so to
 * Excel for Mac (16.4, with static blocks): one that does not know it refuses the whole script. Array.prototype.findLast
 * came last to the others.
 */
(function () {
  'use strict';
  try {
    if (typeof Array.prototype.findLast === 'function' && new RegExp('(?<!a)b').test('b')) return;
  } catch (tooOld) {
    // A regular expression that it cannot read.
  }
  window.location.replace('old-excel.html');
})();
