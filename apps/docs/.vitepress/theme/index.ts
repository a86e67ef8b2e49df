import type { Theme } from 'vitepress';
import DefaultTheme from 'vitepress/theme-without-fonts';
import { defineAsyncComponent, h } from 'vue';
import GuideGallery from '../../gallery/GuideGallery.vue';
import './style.css';

const theme: Theme = {
  extends: DefaultTheme,
  // Guides link to what the gallery shows of them.
  Layout: () => h(DefaultTheme.Layout, null, { 'doc-footer-before': () => h(GuideGallery) }),
  enhanceApp({ app }) {
    // Pages show before tfjs and the kernels are here.
    app.component(
      'AlignPhotos',
      defineAsyncComponent(() => import('../../align/AlignPhotos.vue')),
    );
    app.component(
      'GalleryCards',
      defineAsyncComponent(() => import('../../gallery/GalleryCards.vue')),
    );
    app.component(
      'GalleryDemo',
      defineAsyncComponent(() => import('../../gallery/GalleryDemo.vue')),
    );
    app.component(
      'GalleryPage',
      defineAsyncComponent(() => import('../../gallery/GalleryPage.vue')),
    );
    app.component(
      'Playground',
      defineAsyncComponent(() => import('../../playground/Playground.vue')),
    );
    app.component(
      'ShrunkBricks',
      defineAsyncComponent(() => import('../../antialias/ShrunkBricks.vue')),
    );
    app.component(
      'StraightenPage',
      defineAsyncComponent(() => import('../../straighten/StraightenPage.vue')),
    );
  },
};

export default theme;
