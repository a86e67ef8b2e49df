import { defineConfig } from 'vitepress';
import { address, repository, tutorialSource, version } from '../site.js';
import { apiSidebar } from './api-sidebar.js';
import { withContentSecurityPolicy } from './content-security-policy.js';
import { markFigures } from './figures.js';
import { unfocusFoldHeadings } from './fold-headings.js';
import { search } from './search.js';

const title = 'cropgrad';
const description = 'Differentiable image cropping for JavaScript: gradients flow to the image and to the box.';

export default defineConfig({
  title,
  description,
  lang: 'en',
  base: address.pathname,
  srcExclude: ['README.md', 'playground/**', 'straighten/**', 'antialias/**', 'align/**', 'generated/**'],
  markdown: {
    // The usual themes are too faint on their grey.
    theme: { light: 'github-light-high-contrast', dark: 'github-dark-high-contrast' },
    config: ({ core, renderer: { rules } }) => {
      // A line of text does not end inside a formula.
      core.ruler.push('formulas', ({ tokens }) => {
        for (const token of tokens.flatMap(({ children }) => children ?? [])) {
          if (token.type === 'text')
            token.content = token.content.replace(/(?<=\S) ([-+×·/<]) (?=\S)/g, '\u00a0$1\u2060\u00a0');
        }
      });
      core.ruler.push('figures', ({ tokens }) => markFigures(tokens));
      core.ruler.push('fold headings', ({ tokens }) => unfocusFoldHeadings(tokens));
      // VitePress makes tables reachable by the keyboard, and leaves out their classes.
      rules.table_open = (tokens, k, _options, _env, self) => `<table tabindex="0"${self.renderAttrs(tokens[k])}>`;
      // Indented blocks look like the others, and scroll with the keyboard.
      rules.code_block = (tokens, k, ...rest) => {
        tokens[k].info = 'text';
        return rules.fence?.(tokens, k, ...rest) ?? '';
      };
    },
  },
  // A page loads what it shows. To fetch what its links lead to would take the line from its first crop.
  router: { prefetchLinks: false },
  sitemap: { hostname: address.href },
  head: [
    ['link', { rel: 'icon', type: 'image/svg+xml', href: `${address.pathname}favicon.svg` }],
    ['meta', { property: 'og:type', content: 'website' }],
    ['meta', { property: 'og:title', content: title }],
    ['meta', { property: 'og:description', content: description }],
    ['meta', { property: 'og:image', content: new URL('social.png', address).href }],
    ['meta', { property: 'og:image:alt', content: 'A crop box moves onto a face, pulled by its gradient' }],
    ['meta', { name: 'twitter:card', content: 'summary_large_image' }],
  ],
  transformHtml: withContentSecurityPolicy,
  // The API pages are made from the sources, which they link to; the tutorial from a README.
  transformPageData: ({ filePath, frontmatter }) => {
    if (filePath.startsWith('api/')) frontmatter.editLink = false;
    return { filePath: filePath === 'guide/add-a-backend.md' ? tutorialSource : `apps/docs/${filePath}` };
  },
  themeConfig: {
    logo: { src: '/favicon.svg', alt: '' },
    nav: [
      { text: 'Playground', link: '/playground' },
      { text: 'Gallery', link: '/gallery/', activeMatch: '/gallery/' },
      { text: 'Guide', link: '/guide/getting-started', activeMatch: '/guide/' },
      { text: 'API', link: '/api/', activeMatch: '/api/' },
      { text: `v${version}`, link: `${repository}/releases` },
    ],
    sidebar: {
      '/api/': apiSidebar,
      '/': [
        {
          text: 'Start',
          items: [
            { text: 'Getting started', link: '/guide/getting-started' },
            { text: 'Coming from PyTorch', link: '/guide/from-pytorch' },
            { text: 'Coming from cropAndResize', link: '/guide/from-crop-and-resize' },
          ],
        },
        {
          text: 'Do',
          items: [
            { text: 'Learn a crop', link: '/guide/learn-a-crop' },
            { text: 'A spatial transformer', link: '/guide/spatial-transformer' },
            { text: 'Layers for tf.layers models', link: '/guide/layers' },
            { text: 'Straighten a page', link: '/guide/straighten-a-page' },
            { text: 'Align two photos', link: '/guide/align-two-photos' },
            { text: 'Shrink without moiré', link: '/guide/antialias' },
            { text: 'Gradients of gradients', link: '/guide/second-order' },
            { text: 'Masks, labels and what is outside', link: '/guide/outside' },
            { text: 'Many crops from one photo', link: '/guide/many-crops' },
            { text: 'From camera to crop on the GPU', link: '/guide/camera-to-crop' },
            { text: 'Video frames', link: '/guide/video' },
            { text: 'Photos in Node', link: '/guide/photos-in-node' },
            { text: 'Augment a data set', link: '/guide/augment' },
            { text: 'React, Next, Vue and Svelte', link: '/guide/frameworks' },
            { text: 'In a web worker', link: '/guide/web-worker' },
            { text: 'A three.js texture', link: '/guide/three' },
            { text: 'Choose a backend', link: '/guide/choose-a-backend' },
            { text: 'Add a backend', link: '/guide/add-a-backend' },
            { text: 'Test your own sampler', link: '/guide/test-your-sampler' },
          ],
        },
        {
          text: 'Understand',
          items: [
            { text: 'Coordinates and alignCorners', link: '/guide/coordinates' },
            { text: 'Taps and modes', link: '/guide/taps-and-modes' },
            { text: 'Gradients at the edges', link: '/guide/edges' },
            { text: 'Errors, by code', link: '/guide/errors' },
          ],
        },
        {
          text: 'Measured',
          items: [
            { text: 'Compatibility', link: '/compatibility' },
            { text: 'Benchmarks', link: '/benchmarks' },
            { text: 'Who samples right', link: '/who-samples-right' },
          ],
        },
      ],
    },
    outline: { level: [2, 3] },
    search,
    editLink: { pattern: `${repository}/edit/main/:path`, text: 'Edit this page' },
    notFound: { quote: 'The address is wrong, or the page has moved. Search for it, or go to the home page.' },
    socialLinks: [{ icon: 'github', link: repository }],
    footer: { message: 'Apache-2.0. The portrait of Eileen Collins is NASA’s, in the public domain.' },
  },
  vite: {
    // Packages resolve to their sources, as in every test: no build is needed to see a change.
    // One copy of tfjs-core, through which packages and page meet.
    resolve: { conditions: ['cropgrad-source'], dedupe: ['@tensorflow/tfjs-core'] },
    ssr: { resolve: { conditions: ['cropgrad-source'] } },
    worker: { format: 'es' },
  },
});
