import { inBrowser, type Theme } from 'vitepress';
import DefaultTheme from 'vitepress/theme-without-fonts';
import { defineAsyncComponent, h, watch } from 'vue';
import GuideGallery from '../../gallery/GuideGallery.vue';
import { openFolds } from './open-folds.js';
import './style.css';

const theme: Theme = {
  extends: DefaultTheme,
  // Guides link to what the gallery shows of them.
  Layout: () => h(DefaultTheme.Layout, null, { 'doc-footer-before': () => h(GuideGallery) }),
  enhanceApp({ app, router }) {
    if (inBrowser) {
      const open = (): void => openFolds(location.hash);
      addEventListener('hashchange', open);
      watch(() => router.route.path, open, { flush: 'post' });
    }
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
      'StraightenPage',
      defineAsyncComponent(() => import('../../straighten/StraightenPage.vue')),
    );
  },
};

export default theme;
