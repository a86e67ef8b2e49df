import type { Theme } from 'vitepress';
import DefaultTheme from 'vitepress/theme-without-fonts';
import { defineAsyncComponent } from 'vue';
import './style.css';

const theme: Theme = {
  extends: DefaultTheme,
  enhanceApp({ app }) {
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
      'StraightenPage',
      defineAsyncComponent(() => import('../../straighten/StraightenPage.vue')),
    );
  },
};

export default theme;
