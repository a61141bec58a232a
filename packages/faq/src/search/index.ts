export {
  type ArticleHit,
  type ArticleSearch,
  type ArticleSearchOptions,
  createSearch,
  type SearchableArticle,
} from './create-search.ts'
