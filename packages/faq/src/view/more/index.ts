export { ArticleView } from './ArticleView.tsx'
export { CategoryView } from './CategoryView.tsx'
export { NotSure } from './NotSure.tsx'
export { Topics } from './Topics.tsx'
