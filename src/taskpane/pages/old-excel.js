/*
 * Plain ES5: runs in the IE webview of old Excel, which can read nothing newer. Where the webview is older than the
 * pane's own script (ES2022, of which Object.hasOwn came last), the page that says so takes the pane's place; where only
 * a requirement set is missing, the pane itself goes there.
 */
(function () {
  'use strict';
  if (typeof Object.hasOwn !== 'function') window.location.replace('old-excel.html');
})();
