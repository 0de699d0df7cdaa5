/** The author's picture in a box whose size is known before the picture is, and what lies on it. */
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { type Box, useBox } from '../look/box.ts';
import { pictureAt } from '../look/picture.ts';
import type { PinOptions } from './model.ts';

interface PictureProps {
  readonly base: string;
  readonly image: PinOptions['image'];
  /** Stands exactly on the picture, once it has been drawn. */
  readonly children: ComponentChildren;
  /** The picture is not to be had. */
  onMissing?(): void;
}

export function Picture({ base, image, children, onMissing }: PictureProps) {
  const { ref, box } = useBox<HTMLDivElement>();
  const [size, setSize] = useState<Box>();
  return (
    <div class="pin-picture" ref={ref}>
      <img
        src={pictureAt(base, image.src)}
        alt={image.alt}
        dir="auto"
        draggable={false}
        onLoad={({ currentTarget: { naturalWidth: width, naturalHeight: height } }) =>
          setSize({ width, height })
        }
        onError={onMissing}
      />
      {box && size && (
        <div class="pin-drawn" style={drawnIn(size, box)}>
          {children}
        </div>
      )}
    </div>
  );
}

/**
 * Where `object-fit: contain` draws a picture in a box, in px. A drawing may have no size of its own: it fills the box.
 */
export function drawnIn(size: Box, box: Box) {
  const { width, height } = size.width > 0 && size.height > 0 ? size : box;
  const scale = Math.min(box.width / width, box.height / height);
  const [drawnWidth, drawnHeight] = [width * scale, height * scale];
  return {
    left: `${(box.width - drawnWidth) / 2}px`,
    top: `${(box.height - drawnHeight) / 2}px`,
    width: `${drawnWidth}px`,
    height: `${drawnHeight}px`,
  };
}
