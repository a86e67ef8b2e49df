import { ReflectionKind } from 'typedoc';
import { MemberRouter } from 'typedoc-plugin-markdown';
import { groupOf } from '../api-order.js';
import { homesOfOptions } from './options-of.js';

/**
 * A page for every module, and beside it, in a folder of its name, one for each member that the order names. Options are where the first
 * member that takes them is; all else is on the page of its module.
 */
export class PagePerFunction extends MemberRouter {
  buildChildPages(reflection, pages) {
    const isModule = reflection.kindOf(ReflectionKind.Module);
    if (isModule || groupOf(reflection.parent.name, reflection.name)) super.buildChildPages(reflection, pages);
    else this.buildAnchors(reflection, reflection.parent);
    if (!isModule) return;
    for (const [options, member] of homesOfOptions(reflection)) this.moveAnchors(options, this.fullUrls.get(member));
  }

  /** Links to what has an anchor lead to another page. */
  moveAnchors(reflection, url) {
    const anchor = this.anchors.get(reflection);
    if (anchor) this.fullUrls.set(reflection, `${url}#${anchor}`);
    reflection.traverse((child) => {
      this.moveAnchors(child, url);
      return true;
    });
  }

  getIdealBaseName(reflection) {
    if (reflection.kindOf(ReflectionKind.Module)) return reflection.name;
    return `${this.getIdealBaseName(reflection.parent)}/${reflection.name}`;
  }
}
