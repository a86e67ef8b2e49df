import { ReflectionKind } from 'typedoc';
import { MemberRouter } from 'typedoc-plugin-markdown';
import { groupOf } from '../api-order.js';
import { homesOfOptions } from './options-of.js';

/**
 * A page for every module, and beside it, in a folder of its name, one for each member that the order names. Options are where the first
 * member that takes them is; all else is on the page of its module.
 */
export class PagePerFunction extends MemberRouter {
  /** What is on a member's page in place of its module's. */
  moved = new Map();

  buildChildPages(reflection, pages) {
    const isModule = reflection.kindOf(ReflectionKind.Module);
    if (isModule || groupOf(reflection.parent.name, reflection.name)) super.buildChildPages(reflection, pages);
    else this.buildSection(reflection);
    if (!isModule) return;
    for (const [options, member] of homesOfOptions(reflection)) this.move(options, member);
  }

  /** What is a section of its module's page; the headings of its methods have their bare names. */
  buildSection(reflection) {
    const module = reflection.parent;
    this.buildAnchors(reflection, module);
    for (const method of reflection.children?.filter(({ kind }) => kind === ReflectionKind.Method) ?? []) {
      const anchor = this.getSlugger(module).slug(method.name);
      this.anchors.set(method, anchor);
      this.fullUrls.set(method, `${this.fullUrls.get(module)}#${anchor}`);
    }
  }

  /** Links to what has an anchor lead to a member's page, and not to that of the module. */
  move(reflection, member) {
    const anchor = this.anchors.get(reflection);
    if (anchor) this.fullUrls.set(reflection, `${this.fullUrls.get(member)}#${anchor}`);
    this.moved.set(reflection, member);
    reflection.traverse((child) => {
      this.move(child, member);
      return true;
    });
  }

  relativeUrl(from, to) {
    const member = this.moved.get(to);
    return member ? `${super.relativeUrl(from, member)}#${this.getAnchor(to)}` : super.relativeUrl(from, to);
  }

  getIdealBaseName(reflection) {
    if (reflection.kindOf(ReflectionKind.Module)) return reflection.name;
    return `${this.getIdealBaseName(reflection.parent)}/${reflection.name}`;
  }
}
