/** Files that a page makes by itself: they never go over the line. */

export function saveText(name: string, type: string, text: string): void {
  saveFile(name, new Blob([text], { type }));
}

export function saveFile(name: string, content: Blob): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** Twice as many dots as on the page, so that it is sharp on paper. */
const dots = 2;

/** Paints an SVG file and saves it as PNG. Rejects where the browser cannot. */
export async function savePng(name: string, svg: string): Promise<void> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = image.naturalWidth * dots;
  canvas.height = image.naturalHeight * dots;
  canvas.getContext('2d')!.drawImage(image, 0, 0, canvas.width, canvas.height);
  const content = await new Promise<Blob | null>(settle => canvas.toBlob(settle, 'image/png'));
  if (!content) throw new Error('the browser could not make the picture');
  saveFile(name, content);
}
