// Moves applications that are under way from one version to another, a hundred at a time, after a trial.
import { busy, element, say, table } from '../operations/page.js';

const REASONS = {
  STEP_IS_GONE: say('The other version has no such step.', '目标版本没有此步骤。'),
  STEP_IS_OTHER: say('The other version has it as another kind of step, or elsewhere in a subprocess.', '目标版本中此步骤的类型不同，或位于不同的子流程。'),
  TRIAL_FAILED: say('A trial failed: ', '试迁移失败：')
};

export async function move(region, source, target, ask, moved) {
  if (source === target) {
    region.replaceChildren(element('p', {}, say('Choose two different versions.', '请选择两个不同的版本。')));
    return;
  }
  const outlook = await ask('GET', 'migration?' + new URLSearchParams({ source, target }));
  const movable = outlook.places.filter(place => place.movable).reduce((sum, place) => sum + place.instances, 0);
  const result = element('div', { id: 'moved' });
  result.setAttribute('aria-live', 'polite');
  const button = element('button', { type: 'button', disabled: movable === 0 }, say('Move them', '开始迁移'));
  button.addEventListener('click', () => busy(button, result, async () => {
    let [done, left, after] = [0, 0, ''];
    do {
      const batch = await ask('POST', 'migration', { source, target, after });
      done += batch.moved;
      left += batch.left;
      after = batch.next;
      result.replaceChildren(element('p', { className: 'done', role: 'status' }, done + say(' moved, ', ' 件已迁移，') + left + say(' stayed on their version.', ' 件保留在原版本。')));
    } while (after);
    await moved();
  }));
  region.replaceChildren(
    outlook.places.length === 0 ? element('p', {}, say('No application is under way with this version.', '没有使用此版本的进行中的申请。')) : table(
      [say('Step', '步骤'), say('Wait there', '等待中'), say('Can be moved', '能否迁移')],
      outlook.places.map(place => [place.name, String(place.instances), place.movable ? say('yes', '能') : say('no: ', '不能：') + (REASONS[place.reason] || place.reason) + (place.detail || '')])),
    element('p', { className: 'help' }, say(
      'This was a trial; nothing has been moved. An application that is moved stays at its step, and keeps what it knows and its deadline, because the applicant has been told that one. '
      + 'New applications start with the latest version anyhow.',
      '以上为试运行结果，尚未迁移。迁移后的申请停留在原步骤，已有信息和截止时间不变（申请人已被告知该时间）。新的申请始终使用最新版本。')),
    ...(outlook.places.length === 0 ? [] : [button]), result);
}
