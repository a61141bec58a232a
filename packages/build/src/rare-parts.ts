/**
 * What few pages or few visitors need: modules that somebody `import()`s, and that docent.iife.js therefore does not hold. They lie beside it as
 * files `docent.iife.<name>-<hash>.js` and load from there on need, with whatever only they import. To make a part rare, `import()` it where it
 * is needed, so that a failure is told as for every chunk, and add its module here.
 */
export const rareParts: readonly string[] = [
  // For the team that embeds Docent.
  'core/src/rare.ts',
  'core/src/identity/index.ts',
  'core/src/identity/between-origins.ts',
  'core/src/identity/sealed.ts',
  'core/src/storage/session.ts',
  'core/src/targeting/explain.ts',
  'core/src/measure/measure.ts',
  'core/src/measure/help-summary.ts',
  // For pages whose rules ask for more than page, traits, events and stage.
  'core/src/targeting/more/create-more.ts',
  'core/src/targeting/more/detect-struggles.ts',
  // For pages where something is due to show by itself, and for blocks of help that stand in the page.
  'core/src/targeting/manners/manners.ts',
  'faq/src/page/blocks.ts',
  // Where a help centre has articles that not everyone may read.
  'faq/src/content/restricted-content.ts',
  'widget/src/check-script-options.ts',
  'widget/src/locales/ru.ts',
  'widget/src/locales/zh.ts',
  'widget/src/check-definitions.ts',
  // Where the app is open in several tabs, or the backend has lost its data.
  'core/src/engine/other-tabs.ts',
  'core/src/engine/begin-anew.ts',
  'core/src/engine/close-gaps.ts',
  // One click further than most visitors go.
  'chat/src/take-back.ts',
  'chat/src/view/compose/ComposerTools.tsx',
  'chat/src/view/compose/EmojiPicker.tsx',
  'chat/src/view/ending/Ending.tsx',
  'chat/src/begin.ts',
  'chat/src/view/beside/AnswerPlace.tsx',
  'chat/src/view/beside/Beside.tsx',
  'chat/src/view/beside/BotLine.tsx',
  'chat/src/view/beside/Channels.tsx',
  'chat/src/view/report/Reasons.tsx',
  'chat/src/view/report/collect-errors.ts',
  'chat/src/view/news/follow-news.ts',
  'chat/src/view/news/alert.ts',
  'chat/src/view/preview/mount-preview.tsx',
  'chat/src/view/parts/MessageParts.tsx',
  'checklist/src/view/Celebration.tsx',
  'checklist/src/view/Rewards.tsx',
  'checklist/src/rewards.ts',
  'core/src/engine/show-requested.ts',
  'core/src/targeting/tell-activation.ts',
  // For pages that have something to say by themselves.
  'guide/src/nudges/show-nudges.ts',
  'guide/src/nudges/draw-nudge.ts',
  // Topics and articles: with help itself, unless somebody comes with a search.
  'faq/src/view/more/index.ts',
  'faq/src/view/article/print-article.ts',
  'faq/src/view/page-card.ts',
  'ui/src/parts/show-picture.ts',
  'core/src/engine/upload-files.ts',
  'guide/src/confirm/ask.ts',
  'transports/src/http/send-file.ts',
  // For pages that give articles without a build, or point at controls by role and name.
  'faq/src/content/inline-content.ts',
  'faq/src/content/fetch-pictures.ts',
  'faq/src/search/fuse-engine.ts',
  'guide/src/target/find-by-name.ts',
  // For pages that tell what is new.
  'news/src/model.ts',
  'news/src/view/index.ts',
  // For the team that looks after its tours.
  'guide/src/developer/developer.ts',
  'guide/src/developer/open-developer.ts',
  'guide/src/target/health.ts',
  'guide/src/target/inspect-target.ts',
  // For pages with more than plain tours, over whose dialogs we stand, or that have to be scrolled.
  'guide/src/tour/add-more.ts',
  'guide/src/view/kinds/index.ts',
  'guide/src/view/rise.ts',
  'guide/src/view/reveal.ts',
  'guide/src/notices/show-notices.ts',
  'guide/src/notices/view.ts',
]
