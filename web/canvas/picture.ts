/** How many pixels of a picture go to one of the page at least: enough for print. */
const SHARPNESS = 2;

/** An SVG as a PNG, at least twice as fine as the page; null where the browser cannot draw it. */
export async function toPng(svg: Blob): Promise<Blob | null> {
  const address = URL.createObjectURL(svg);
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const scale = Math.max(SHARPNESS, devicePixelRatio);
    const copy = document.createElement('canvas');
    [copy.width, copy.height] = [image.width * scale, image.height * scale];
    copy.getContext('2d')?.drawImage(image, 0, 0, copy.width, copy.height);
    return await new Promise((done) => {
      copy.toBlob(done, 'image/png');
    });
  } finally {
    URL.revokeObjectURL(address);
  }
}
