import { inBrowser, type Theme } from 'vitepress';
import DefaultTheme from 'vitepress/theme-without-fonts';
import { defineAsyncComponent, watch } from 'vue';
import { openFolds } from './open-folds.js';
import './style.css';

const theme: Theme = {
  extends: DefaultTheme,
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
