// The operators' page: finds a case, shows at which steps jobs have stopped, payments whose answer got lost, and changes of the diagrams that wait for
// a second person. What is typed goes into the body of a request, never into an address. Texts are set as text, so no answer can bring markup along.
import { begin, busy, element, facts, main, outside, request, root, say, table, time } from './page.js';

const ask = (method, path, body) => request(method, 'operations/' + path, body);

const KIND = { NEW_USER: say('New user', '新用户认证'), ASSOCIATION: say('Association', '关联认证'), APPEAL: say('Appeal', '申诉'), OBJECTION: say('Objection', '异议'), ENTERPRISE: say('Enterprise', '企业认证') };
const STATUS = { IN_PROGRESS: say('in progress', '处理中'), ACTION_REQUIRED: say('waits for the applicant', '等待申请人操作'), SUCCEEDED: say('succeeded', '已成功'), FAILED: say('failed', '未通过'), EXPIRED: say('expired', '已过期'), WITHDRAWN: say('withdrawn', '已撤回') };
const CALL = { BANK_CARD: say('bank card', '银行卡核验'), LICENCE: say('licence', '证照核验'), PAYMENT: say('payment', '对公打款') };
const FOUND_BY = { APPLICATION_ID: say('application id', '申请编号'), CASE_NUMBER: say('case number', '案件号'), ACCOUNT: say('account', '账号'), SMS_SERIAL_NUMBER: say('SMS serial number', '短信流水号'), ORDER_NUMBER: say('order number', '打款订单号') };

// Find a case

function search() {
  const field = element('input', { id: 'text', name: 'text', type: 'search', required: true, maxLength: 100, autocomplete: 'off', spellcheck: false });
  field.setAttribute('aria-describedby', 'text-help');
  const button = element('button', { type: 'submit' }, say('Find', '查找'));
  const result = element('div', { id: 'cases' });
  result.setAttribute('aria-live', 'polite');
  const form = element('form', { role: 'search' }, element('div', {}, element('label', { htmlFor: 'text' }, say('Find a case', '查找案件')), field), button);
  form.addEventListener('submit', event => {
    event.preventDefault();
    busy(button, result, async () => {
      result.replaceChildren(element('p', {}, say('Searching…', '查找中…')));
      const found = await ask('POST', 'cases/search', { text: field.value });
      result.replaceChildren(
        element('p', {}, found.cases.length === 0
          ? say('There is no case with exactly this name. Please compare each character.', '没有与之完全一致的案件，请逐字核对。')
          : say(found.cases.length + ' found, the newest first.', '找到 ' + found.cases.length + ' 件，最新的在前。')
            + (found.more ? say(' Older ones are not shown: search for their case number or id.', ' 更早的案件未显示，请用案件号或申请编号查找。') : '')),
        ...found.cases.map(show));
    });
  });
  return element('section', {}, element('h2', {}, say('Cases', '案件')), form,
    element('p', { id: 'text-help', className: 'help' }, say(
      'The whole account, application id, case number, SMS serial number or order number. Each case that you see is recorded in its audit trail. All times are Beijing time.',
      '请输入完整的账号、申请编号、案件号、短信流水号或打款订单号。您查看的每个案件都会记入审计记录。所有时间均为北京时间。')),
    result);
}

function show(one) {
  const open = one.diagrams.filter(diagram => diagram.at.length > 0);
  const standing = open.flatMap(diagram => diagram.at.filter(step => step.type !== 'callActivity').map(step => [
    diagram.name, step.name, time(step.since),
    step.incident ? element('span', { className: 'incident' }, say('Incident: ', '事件：') + step.incident) : step.retriedAt ? say('runs again at ', '将重试于 ') + time(step.retriedAt) : say('waits', '等待中'),
    element('a', { href: root + diagram.cockpit }, say('Open in Cockpit', '在 Cockpit 中打开'))]));
  const passed = one.diagrams.flatMap(diagram => diagram.passed.map(step => ({ diagram, step })))
    .sort((a, b) => a.step.since < b.step.since ? -1 : a.step.since > b.step.since ? 1 : 0);
  const made = element('article', {},
    element('h3', {}, say('Case ', '案件 ') + one.caseNumber + ' · ' + (KIND[one.kind] || one.kind) + ' · ' + (STATUS[one.status] || one.status)),
    facts([
      [say('Found by', '查找依据'), FOUND_BY[one.foundBy] || one.foundBy],
      [say('Application id', '申请编号'), one.id],
      [say('Account', '账号'), one.account + ' (' + one.site + ')'],
      [say('Client app', '客户端'), one.client],
      [say('The applicant has to', '待申请人操作'), one.action && one.action + (one.actionReason ? ' (' + one.actionReason + ')' : '') + (one.actionExpiresAt ? say(', until ', '，截止 ') + time(one.actionExpiresAt) : '')],
      [say('Outcome', '结果'), one.outcome && one.outcome + (one.outcomeReason ? ' (' + one.outcomeReason + ')' : '')],
      [say('Filed', '提交时间'), time(one.createdAt)],
      [say('Ended', '结束时间'), one.endedAt && time(one.endedAt)]]),
    element('h4', {}, say('Where it stands', '当前步骤')),
    standing.length > 0
      ? table([say('Diagram', '流程图'), say('Step', '步骤'), say('Since', '开始于'), say('State', '状态'), 'Cockpit'], standing)
      : element('p', {}, one.endedAt
        ? say('It has ended. Cockpit shows no ended instance; its way is below.', '已结束。Cockpit 不显示已结束的实例，经过的步骤见下。')
        : say('The engine has no instance of it.', '流程引擎中没有对应的实例。')),
    element('h4', {}, say('Messages (SMS)', '短信')),
    one.messages.length === 0 ? element('p', {}, say('None', '无')) : table(
      [say('Time', '时间'), say('For', '用途'), say('State', '状态'), say('Serial number', '流水号')],
      one.messages.map(message => [time(message.createdAt), message.purpose, message.state, message.serialNumber])),
    element('h4', {}, say('Calls that a provider bills', '计费调用')),
    one.calls.length === 0 ? element('p', {}, say('None', '无')) : table(
      [say('Call', '调用'), say('State', '状态'), say('Result', '结果'), say('Sent', '发出'), say('Answered', '答复'), say('Request id', '请求编号'), say('Order number', '订单号')],
      one.calls.map(call => [(CALL[call.what] || call.what) + ' ' + call.number, call.state, call.result && call.result + (call.resultCode ? ' (' + call.resultCode + ')' : ''), time(call.sentAt), time(call.decidedAt), call.requestId, call.orderNumber])),
    passed.length === 0 ? null : element('details', {},
      element('summary', {}, say('The way that it has taken: ', '经过的步骤：') + passed.length + say(' steps', ' 步')),
      table([say('Time', '时间'), say('Diagram', '流程图'), say('Step', '步骤')], passed.map(({ diagram, step }) => [time(step.since), diagram.name, step.name]))));
  return made;
}

// Jobs that have stopped

const REASON = { PROVIDER_UNAVAILABLE: say('the provider was not available', '服务商不可用'), PROVIDER_REFUSED: say('the provider refuses us', '服务商拒绝我方请求'), PAYMENT_ANSWER_LOST: say('the answer to a payment was lost', '未收到打款答复'), NOBODY_MAY_REVIEW: say('nobody may review the case', '无人可审核'), NOT_APPROVED: say('not approved by people', '未经人工批准'), OTHER: say('another reason: see the log', '其他原因，请查看日志') };

function stoppedJobs() {
  const button = element('button', { type: 'button', className: 'other' }, say('Show stopped jobs', '显示已停止的作业'));
  const list = element('div', { id: 'stopped' });
  list.setAttribute('aria-live', 'polite');
  const load = () => busy(button, list, async () => {
    const stopped = await ask('GET', 'stopped-jobs');
    list.replaceChildren(...[stopped.steps.length === 0
      ? element('p', {}, say('No job has stopped.', '没有已停止的作业。'))
      : table([say('Diagram', '流程图'), say('Step', '步骤'), say('Reason', '原因'), say('Jobs', '作业数'), say('Since', '开始于'), say('Go on', '继续')],
        stopped.steps.map(step => [step.diagramName, step.stepName, element('span', { title: REASON[step.code] || '' }, step.code), String(step.jobs), time(step.since), goOn(step, load, list)])),
    ...(stopped.failing.length === 0 ? [] : [
      element('h3', {}, say('Failed, and tried again by themselves', '已失败，将自动重试')),
      table([say('Diagram', '流程图'), say('Step', '步骤'), say('Jobs', '作业数'), say('Next try', '下次重试'), say('Stop if it fails too', '再失败即停止')],
        stopped.failing.map(step => [step.diagramName, step.stepName, String(step.jobs), step.next ? time(step.next) : say('now', '现在'), String(step.last)]))])]);
  });
  button.addEventListener('click', load);
  return element('section', {}, element('h2', {}, say('Stopped jobs', '已停止的作业')), button,
    element('p', { className: 'help' }, say(
      'Incidents, by step and reason. First mend the cause; the runbook says how. Then let all jobs of a step go on. Each one is tried five times again.',
      '按步骤和原因汇总的事件。请先按运维手册排除原因，再让该步骤的所有作业继续；每个作业将重新尝试五次。')), list);
}

function goOn(step, reload, list) {
  if (!step.together) {
    return step.code === 'PAYMENT_ANSWER_LOST' ? say('one by one: see lost payments below', '请逐笔处理，见下方未收到答复的打款') : say('one by one, in Cockpit', '请在 Cockpit 中逐个处理');
  }
  const button = element('button', { type: 'button' }, say('Retry all', '全部重试'));
  button.setAttribute('aria-label', say('Retry all: ', '全部重试：') + step.stepName + ', ' + step.code);
  const result = element('span', {});
  button.addEventListener('click', () => busy(button, result, async () => {
    // A few hundred at a time, so that each answer comes within seconds.
    let jobs = 0;
    let retried;
    do {
      retried = await ask('POST', 'stopped-jobs/retry', { process: step.process, step: step.step, code: step.code });
      jobs += retried.jobs;
      result.textContent = say(' ' + jobs + ' go on …', ' 已有 ' + jobs + ' 个继续…');
    } while (retried.more);
    await reload();
    list.prepend(element('p', { className: 'done', role: 'status' }, say(jobs + (jobs === 1 ? ' job goes' : ' jobs go') + ' on now.', jobs + ' 个作业将继续执行。')));
  }));
  return element('span', {}, button, result);
}

// Payments whose answer got lost

function payments() {
  const button = element('button', { type: 'button', className: 'other' }, say('Show lost payments', '显示未收到答复的打款'));
  const list = element('div', { id: 'payments' });
  list.setAttribute('aria-live', 'polite');
  const load = () => busy(button, list, async () => {
    const lost = await ask('GET', 'payments/lost');
    list.replaceChildren(
      element('p', {}, lost.payments.length === 0
        ? say('There is no payment to look up.', '没有需要查询的打款。')
        : say('Look each one up in the provider\'s portal, by account and time. The provider chose the amount: 0.01 to 0.99 yuan. Times are Beijing time.', '请按账户和时间在服务商平台逐笔查询。金额由服务商随机确定（0.01 至 0.99 元）。时间为北京时间。')
          + (lost.more ? say(' There are more; these were sent first.', ' 还有更多，此处为最早的。') : '')),
      ...lost.payments.map((payment, n) => lostPayment(payment, n, load)));
  });
  button.addEventListener('click', load);
  return element('section', {}, element('h2', {}, say('Payments whose answer got lost', '未收到答复的打款')), button,
    element('p', { className: 'help' }, say('Each payment that you see is recorded in its audit trail.', '您查看的每笔打款都会记入审计记录。')), list);
}

function lostPayment(payment, n, reload) {
  const result = element('div', {});
  const find = (button, finding) => busy(button, result, async () => {
    await ask('POST', 'payments/' + payment.application + '/finding', { number: payment.number, ...finding });
    await reload();
    document.getElementById('payments').prepend(element('p', { className: 'done', role: 'status' }, finding.arrived
      ? say('Recorded. The application goes on by itself.', '已记录，申请将自动继续。')
      : say('Recorded. To pay again, retry "Send payment" in Cockpit.', '已记录。如需重新打款，请在 Cockpit 中重试 “Send payment”。')));
  });

  const order = element('input', { id: 'order-' + n, required: true, maxLength: 100, autocomplete: 'off', spellcheck: false });
  const arrivedButton = element('button', { type: 'submit' }, say('It arrived', '已到账'));
  const arrived = element('form', {}, element('div', {}, element('label', { htmlFor: order.id }, say('Order number in the portal', '平台中的订单号')), order), arrivedButton);
  arrived.addEventListener('submit', event => {
    event.preventDefault();
    find(arrivedButton, { arrived: true, orderNumber: order.value });
  });

  const sure = element('input', { id: 'sure-' + n, type: 'checkbox', required: true });
  const missingButton = element('button', { type: 'submit', className: 'other' }, say('It did not arrive', '未到账'));
  const missing = element('form', {}, element('label', { className: 'choice', htmlFor: sure.id }, sure, say(
    ' I have looked it up: the portal has no such payment. A retry in Cockpit then sends real money again.',
    ' 我已查询：平台中没有这笔打款。之后在 Cockpit 中重试将再次真实打款。')), missingButton);
  missing.addEventListener('submit', event => {
    event.preventDefault();
    find(missingButton, { arrived: false });
  });

  const found = payment.foundMissing;
  return element('article', {},
    element('h3', {}, say('Case ', '案件 ') + payment.caseNumber + say(', payment ', '，第 ') + payment.number + say('', ' 笔打款')),
    facts([
      [say('Application id', '申请编号'), payment.application],
      [say('Sent', '发出时间'), time(payment.sentAt)],
      [say('To account', '收款账户'), payment.account],
      [say('At', '开户行'), payment.bank + ', ' + payment.branch],
      [say('Of', '户名'), payment.enterprise],
      [say('Found', '查询结果'), found && say('did not arrive', '未到账') + ' (' + found.by + ', ' + time(found.at) + ')']]),
    payment.cockpit && element('p', {}, element('a', { href: root + payment.cockpit }, say('Open in Cockpit', '在 Cockpit 中打开'))),
    arrived, missing, result);
}

// Changes of the diagrams that wait for a second person

function proposals() {
  const button = element('button', { type: 'button', className: 'other' }, say('Show proposed changes', '显示待批准的变更'));
  const list = element('div', { id: 'proposals' });
  list.setAttribute('aria-live', 'polite');
  const load = () => busy(button, list, async () => {
    const open = await ask('GET', 'deployments');
    list.replaceChildren(...(open.proposals.length === 0
      ? [element('p', {}, say('No change waits.', '没有待批准的变更。'))]
      : open.proposals.map(change => proposal(change, load, list))));
  });
  button.addEventListener('click', load);
  return element('section', {}, element('h2', {}, say('Changes of the diagrams', '流程图变更')), button,
    element('p', { className: 'help' }, say(
      'An analyst has deployed these from the Modeler. Applications start with them only after another person has approved. The rules of the diagrams are checked again then.',
      '以下变更由分析师从 Modeler 部署，须由另一人批准后，新的申请才会使用。批准时将再次检查流程图规则。')), list);
}

function proposal(change, reload, list) {
  const file = (name, inForce) => root + '/operations/deployments/' + change.id + '/file?name=' + encodeURIComponent(name) + (inForce ? '&inForce=true' : '');
  const result = element('div', {});
  const decide = (button, how, done) => busy(button, result, async () => {
    await ask('POST', 'deployments/' + change.id + '/' + how, {});
    await reload();
    list.prepend(element('p', { className: 'done', role: 'status' }, done));
  });
  const approve = element('button', { type: 'button' }, say('Approve', '批准'));
  approve.addEventListener('click', () => decide(approve, 'approval', say('Approved. The next application starts with this version.', '已批准，之后的申请将使用此版本。')));
  const decline = element('button', { type: 'button', className: 'other' }, say('Decline', '否决'));
  decline.addEventListener('click', () => decide(decline, 'refusal', say('Declined. The version in force goes on.', '已否决，继续使用当前版本。')));
  return element('article', {},
    element('h3', {}, change.name + ' · ' + change.by + ' · ' + time(change.at)),
    table([say('Changed file', '变更的文件'), say('What differs', '差异'), say('Proposed', '变更后'), say('In force', '当前')], change.changed.map(name => [name,
      element('a', { href: root + '/diagrams/#' + new URLSearchParams({ proposal: change.id, file: name }) }, say('Compare', '比较')),
      element('a', { href: file(name, false) }, say('Store', '下载')), element('a', { href: file(name, true) }, say('Store', '下载'))])),
    change.overtaken ? element('p', {}, say('Another version has come into force since. The analyst has to deploy the change again.', '此后已有其他版本生效，须由分析师重新部署。')) : null,
    change.own ? element('p', {}, say('You have proposed this yourself, so another person has to approve it.', '该变更由您本人提出，须由另一人批准。')) : null,
    element('p', {}, change.own || change.overtaken ? null : approve, ' ', decline), result);
}

// A token with which the Modeler deploys

function modelerToken() {
  const button = element('button', { type: 'button', className: 'other' }, say('Make a token', '生成令牌'));
  const result = element('div', { id: 'token' });
  result.setAttribute('aria-live', 'polite');
  button.addEventListener('click', () => busy(button, result, async () => {
    const made = await ask('POST', 'deployments/token', {});
    result.replaceChildren(element('p', {}, element('code', {}, made.token)),
      element('p', {}, say('It is shown only now. It ends at ', '仅显示这一次，失效时间：') + time(made.expiresAt) + say('.', '。')));
  }));
  return element('section', {}, element('h2', {}, say('Deploy from the Modeler', '从 Modeler 部署')), button,
    element('p', { className: 'help' }, say(
      'In the Modeler: Deploy, Authentication, Bearer token. Your former token ends when you make a new one.',
      '在 Modeler 中选择 Deploy、Authentication、Bearer token。生成新令牌后，您之前的令牌即失效。')), result);
}

// The beginning

begin(say('realname operations', 'realname 运维'), session => {
  main.replaceChildren(...(session.operator ? [search(), stoppedJobs(), payments()] : []), proposals(), ...(session.analyst ? [modelerToken()] : []));
  document.querySelector('main input, main button').focus();
});
