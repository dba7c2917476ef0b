// Gives names to the buttons and links of Tasklist that show only a sign: a screen reader reads them out.
define(['angular'], angular => {
  const zh = navigator.language.toLowerCase().startsWith('zh');
  const NAMES = [
    ['[data-region=filters].region-toggle', 'Show or hide the filters', '显示或隐藏筛选器'],
    ['[data-region=list].region-toggle', 'Show or hide the list', '显示或隐藏列表'],
    ['[data-region=task].region-toggle', 'Show or hide the task', '显示或隐藏任务'],
    ['.maximize', 'Whole window', '全窗口'],
    ['a.sort-direction', 'Turn the order around', '反转排序'],
    ['a.dropdown-toggle', 'Add an order', '添加排序'],
    ['a:has(> .glyphicon), button:has(> .glyphicon)', 'Action', '操作'],
  ];

  /** What is shown on hover only, or is hidden, is no name. */
  const isNamed = element => element.innerText.trim() || element.getAttribute('aria-label') || element.title;

  function name() {
    NAMES.forEach(([selector, english, chinese]) => document.querySelectorAll(selector).forEach(element => {
      if (!isNamed(element)) {
        element.setAttribute('aria-label', element.getAttribute('uib-tooltip') || (zh ? chinese : english));
      }
    }));
    // It says that it opens a list; only this role may say so.
    document.querySelectorAll('input[aria-expanded]:not([role])').forEach(input => input.setAttribute('role', 'combobox'));
  }

  angular.module('realname.names', []).run(() => {
    let asked = false;
    new MutationObserver(() => {
      if (!asked) {
        asked = true;
        setTimeout(() => {
          asked = false;
          name();
        }, 100);
      }
    }).observe(document.body, { childList: true, subtree: true });
    name();
  });
});
