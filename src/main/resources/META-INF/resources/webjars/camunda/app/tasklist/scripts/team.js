// Below the filters: what the reader has decided in 30 days and, for leads, what waits and what everybody has decided.
define(['angular'], angular => {
  const zh = navigator.language.toLowerCase().startsWith('zh');
  const say = (english, chinese) => zh ? chinese : english;
  const root = document.querySelector('base').getAttribute('app-root').replace(/\/camunda$/, '');
  const get = path => fetch(root + '/review/' + path + '?lang=' + (zh ? 'zh-CN' : 'en'), { credentials: 'same-origin', cache: 'no-store', headers: { Accept: 'application/json' } });

  const KIND = { APPEAL: say('Appeal', '申诉'), NEW_USER: say('New user', '新用户'), ENTERPRISE: say('Enterprise', '企业认证') };
  const STEP = { FIRST: say('first', '初审'), SECOND: say('second', '复审'), SAMPLE: say('sample', '质量抽检') };
  const DECISION = { APPROVE: say('approved', '通过'), REJECT: say('rejected', '驳回'), ASK: say('asked for more', '要求补充') };
  const time = at => new Date(at).toLocaleString(zh ? 'zh-CN' : 'en-GB', { dateStyle: 'medium', timeStyle: 'short' });
  const span = seconds => seconds < 5400 ? Math.round(seconds / 60) + ' min' : seconds < 172800 ? Math.round(seconds / 3600) + ' h' : Math.round(seconds / 86400) + ' d';

  function element(name, properties, ...children) {
    const made = Object.assign(document.createElement(name), properties);
    made.append(...children);
    return made;
  }

  const table = (head, rows) => element('table', { className: 'table table-condensed' },
    element('thead', {}, element('tr', {}, ...head.map(text => element('th', { scope: 'col' }, text)))),
    element('tbody', {}, ...rows.map(row => element('tr', {}, ...row.map(text => element('td', {}, String(text)))))));

  function open(title, ...contents) {
    const close = element('button', { type: 'button', className: 'btn btn-default' }, say('Close (Esc)', '关闭 (Esc)'));
    const dialog = element('dialog', { className: 'realname-team' }, element('h3', {}, title), ...contents, close);
    dialog.setAttribute('aria-label', title);
    close.addEventListener('click', () => dialog.close());
    dialog.addEventListener('close', () => dialog.remove());
    document.body.append(dialog);
    dialog.showModal();
  }

  async function mine() {
    const decided = await (await get('decisions')).json();
    open(say('My decisions in 30 days', '我 30 天内的决定') + ' (' + decided.length + ')', table(
      [say('Time', '时间'), say('Case', '案件'), say('Kind', '类型'), say('Site', '站点'), say('Review', '审核'), say('Decision', '决定'), say('Reason', '原因'), say('How the application ended', '申请结果')],
      decided.map(one => [time(one.at), one.caseNumber, KIND[one.kind] || one.kind, one.site, STEP[one.step], DECISION[one.decision], one.reason || '', one.outcome || say('open', '未结束')])));
  }

  async function team() {
    const { waiting, people } = await (await get('team')).json();
    open(say('Team', '团队'),
      element('p', {}, say('Open tasks', '待办任务') + ': ' + [
        say('under a day ', '一天内 ') + waiting.underADay, say('under two days ', '两天内 ') + waiting.underTwoDays,
        say('older ', '更久 ') + waiting.older, say('unclaimed ', '待认领 ') + waiting.unclaimed].join(' · ')),
      table(
        [say('Person', '人员'), say('Decisions in 30 days', '30 天内决定'), DECISION.APPROVE, DECISION.REJECT, DECISION.ASK, say('The other decided otherwise', '与另一人不一致'), say('In the quality sample', '质量抽检'), say('Of those, decided otherwise', '抽检不一致'), say('Median time to decision', '决定时间中位数')],
        people.map(one => [one.reviewer, one.decisions, one.approved, one.rejected, one.asked, one.disagreed, one.sampled, one.sampleDisagreed, span(one.medianSeconds)])));
  }

  angular.module('realname.team', []).run(['$rootScope', $rootScope => {
    let asked = false;

    async function offer() {
      const column = document.querySelector('.task-filters .content');
      if (asked || !column || column.querySelector('.realname-links')) {
        return;
      }
      asked = true;
      try {
        const leads = (await get('team')).ok;
        const link = (text, act) => {
          const made = element('button', { type: 'button', className: 'btn btn-link' }, text);
          made.addEventListener('click', act);
          return made;
        };
        column.append(element('div', { className: 'realname-links' },
          link(say('My decisions', '我的决定'), mine), ...(leads ? [link(say('Team', '团队'), team)] : [])));
      } finally {
        asked = false;
      }
    }

    $rootScope.$on('$locationChangeSuccess', () => setTimeout(offer, 500));
    setTimeout(offer, 1500);
  }]);
});
