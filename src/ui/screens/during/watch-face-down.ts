/** Beyond this tilt, in degrees, the screen looks at the table. */
const faceDownFrom = 150;

/**
 * Calls once each time the tablet is laid on its face. Only where the browser tells without
 * asking the leader for leave: a question on the screen is no way to hide it.
 */
export function watchFaceDown(on: () => void): () => void {
  if (typeof DeviceOrientationEvent === 'undefined' || 'requestPermission' in DeviceOrientationEvent) return () => undefined;
  let wasDown = false;
  const turned = ({ beta }: DeviceOrientationEvent): void => {
    const isDown = beta !== null && Math.abs(beta) > faceDownFrom;
    if (isDown && !wasDown) on();
    wasDown = isDown;
  };
  addEventListener('deviceorientation', turned);
  return () => {
    removeEventListener('deviceorientation', turned);
  };
}
