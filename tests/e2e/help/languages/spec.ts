import { expect, signUp, test, widget } from '../../support/demo.ts'

const languages = [
  {
    name: 'Русский',
    words: { open: 'Открыть помощь', help: 'Помощь', search: 'Искать в справке', close: 'Закрыть' },
    // Another case, a slip, and a word that the article has in another form.
    searches: [
      ['отправка счетов', 'Отправить счёт'],
      ['банковскй счет', 'Добавить банковский счёт'],
      ['как пригласить сотрудника', 'Пригласить коллегу'],
    ],
    article: ['обратное начисление', 'Обратное начисление НДС в ЕС', 'Проверьте номер'],
    topics: 'С чего начать',
  },
  {
    name: '中文',
    words: { open: '打开帮助', help: '帮助', search: '搜索帮助', close: '关闭' },
    searches: [
      ['怎么发送发票', '发送发票'],
      ['银行账户', '添加银行账户'],
      ['邀请', '邀请同事'],
    ],
    article: ['反向征收', '欧盟内的反向征收', '核对税号'],
    topics: '从这里开始',
  },
] as const

for (const { name, words, searches, article, topics } of languages)
  test(`help is searched and read in another language, which the widget speaks, too: ${name}`, async ({
    page,
    demo,
  }) => {
    await signUp(page, demo)
    await Promise.all([page.waitForEvent('load'), page.getByRole('combobox', { name: 'Help in' }).selectOption(name)])
    const { panel } = widget(page)
    const search = panel.getByRole('searchbox')
    await page.getByRole('button', { name: words.open }).click()
    await panel.getByRole('navigation', { name: words.help }).getByRole('button', { name: words.help }).click()
    await expect(search).toHaveAccessibleName(words.search)
    await expect(panel.getByRole('link', { name: topics })).toBeVisible()
    for (const [query, title] of searches) {
      await search.fill(query)
      await expect(panel.locator('a.item').first()).toContainText(title)
      await expect(panel.locator('a.item').first().locator('mark').first()).toBeVisible()
    }
    const [query, title, heading] = article
    await search.fill(query)
    await panel.locator('a.item').first().click()
    await expect(panel.getByRole('heading', { level: 1, name: title })).toBeVisible()
    await expect(panel.getByRole('heading', { level: 2, name: heading })).toBeVisible()
    await expect(panel.getByRole('button', { name: words.close, exact: true })).toBeVisible()
  })
