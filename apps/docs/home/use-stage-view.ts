import { type ComputedRef, computed, onBeforeUnmount, onMounted, type Ref, ref } from 'vue';
import type { PixelSize } from '../playground/box.js';
import type { StageView } from '../playground/handle-places.js';

/** How a photo lies in an element that it fills; undefined until that has a size. */
export function useStageView(
  element: Readonly<Ref<HTMLElement | null>>,
  photo: PixelSize,
): ComputedRef<StageView | undefined> {
  const size = ref<PixelSize>({ width: 0, height: 0 });
  let observer: ResizeObserver | undefined;
  onMounted(() => {
    observer = new ResizeObserver(([{ contentRect }]) => {
      size.value = { width: contentRect.width, height: contentRect.height };
    });
    if (element.value) observer.observe(element.value);
  });
  onBeforeUnmount(() => observer?.disconnect());
  return computed(() => {
    const { width } = size.value;
    return width > 0 ? { stage: size.value, origin: { x: 0, y: 0 }, scale: width / photo.width } : undefined;
  });
}
