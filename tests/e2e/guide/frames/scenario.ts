import { expect } from '@playwright/test'
import { boxOf, isLit, type Scenario } from '../support/scenario.ts'

const inside = `<body style='margin:0'><div style='height:500px'></div><button id='framed'>Framed</button><div style='height:900px'></div>`

export const scenario: Scenario = {
  number: 18,
  title: 'a target in a scrolled and scaled frame is lit where it is; a frame of somebody else disturbs nothing',
  body: `<iframe src="data:text/html,<button id='framed'>Theirs</button>" style="height:60px"></iframe>
<iframe id="own" srcdoc="${inside}" style="width:400px;height:180px;margin:40px;transform:scale(.8);transform-origin:0 0;border:4px solid"></iframe>`,
  steps: [{ target: '#framed', title: 'In the frame' }],
  async check(rig) {
    await rig.start()
    await expect(rig.card('In the frame')).toBeVisible()
    await isLit(rig, () => boxOf(rig.page.frameLocator('#own').locator('#framed')))
  },
}
