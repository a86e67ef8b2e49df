import face from '../../face.webm?url';

/** Opens the video of the page. */
export async function openVideo(): Promise<HTMLVideoElement> {
  const video = document.createElement('video');
  video.muted = true;
  video.src = face;
  document.body.append(video);
  await new Promise((resolve, reject) => {
    video.onloadeddata = resolve;
    video.onerror = () => reject(new Error(video.error?.message));
  });
  return video;
}

/** Shows the frame in which a time in seconds lies. */
export async function showFrame(video: HTMLVideoElement, time: number): Promise<void> {
  const shown = new Promise((resolve) => video.requestVideoFrameCallback(resolve));
  video.currentTime = time;
  await shown;
}
