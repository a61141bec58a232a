import type { Root } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { frontmatterFromMarkdown } from 'mdast-util-frontmatter'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { frontmatter } from 'micromark-extension-frontmatter'
import { gfm } from 'micromark-extension-gfm'

/** Made once: it is a fifth of the work of an article. */
const plain = { extensions: [frontmatter(['yaml'])], mdastExtensions: [frontmatterFromMarkdown(['yaml'])] }
const github = {
  extensions: [gfm(), ...plain.extensions],
  mdastExtensions: [gfmFromMarkdown(), ...plain.mdastExtensions],
}

/**
 * What all of GitHub's additions have something of: tables (also without bars), strike-through, addresses, footnotes, tasks. Where there is
 * nothing of it, as in three of four articles, the text is read in half the time.
 */
const ofGitHub = /[|~@]|:-|-:|www\.|https?:|\[\^|\[[ \t\r\nx]\]/i

export const parseMarkdown = (text: string): Root => fromMarkdown(text, ofGitHub.test(text) ? github : plain)
