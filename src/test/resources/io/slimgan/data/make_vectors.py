"""Makes the reference files that lie beside this script, from synthetic pictures. Needs Pillow; run once, kept for reference."""

import pathlib
import struct
import zlib

from PIL import Image, ImageOps

HERE = pathlib.Path(__file__).parent


def noise(width, height):
    """The picture that ResamplerTest makes too: a multiplicative hash of place and channel."""
    pixels = bytearray()
    for i in range(width * height * 3):
        h = (i + 1) * 2654435761 & 0xFFFFFFFF
        h ^= h >> 15
        h = h * 2246822519 & 0xFFFFFFFF
        pixels.append(h >> 24)
    return Image.frombytes("RGB", (width, height), bytes(pixels))


def smooth(width, height):
    """A picture that JPEG keeps almost exactly, different in every corner."""
    pixels = bytearray()
    for y in range(height):
        for x in range(width):
            pixels += bytes((40 + 180 * x // width, 30 + 190 * y // height, 200 - 150 * x * y // (width * height)))
    return Image.frombytes("RGB", (width, height), bytes(pixels))


def resampler():
    lines = []
    for w, h, ow, oh in [
        (7, 5, 3, 4), (16, 16, 5, 5), (5, 5, 12, 9), (37, 53, 16, 16), (1, 1, 4, 4), (9, 4, 9, 2), (4, 9, 2, 9),
        (96, 96, 48, 48), (32, 32, 48, 48), (101, 100, 32, 33), (2, 300, 3, 7),
    ]:
        out = noise(w, h).resize((ow, oh), Image.BILINEAR).tobytes()
        lines.append(f"{w} {h} {ow} {oh} {zlib.crc32(out):08x} {out[:300].hex()}")
    (HERE / "pixels" / "pillow-bilinear.txt").write_text("\n".join(lines) + "\n")


def patched(data, marker, offset, value):
    """One byte of a JPEG segment replaced."""
    at = data.index(marker) + offset
    return data[:at] + bytes([value]) + data[at + 1:]


def exif(orientation):
    return b"Exif\0\0" + b"II*\0" + struct.pack("<IHHHIII", 8, 1, 0x112, 3, 1, orientation, 0)


def decoder():
    out = HERE / "files"
    image = smooth(24, 16)
    half = image.copy()
    half.putalpha(Image.linear_gradient("L").resize((24, 16)))
    grey = image.convert("L")
    image.save(out / "colour.jpg", quality=95, subsampling=0)
    image.save(out / "progressive.jpg", quality=95, subsampling=0, progressive=True)
    grey.save(out / "grey.jpg", quality=95)
    black = Image.linear_gradient("L").resize((24, 16))
    Image.merge("CMYK", (*image.split(), black)).save(out / "cmyk.jpg", quality=95, subsampling=0)
    cmyk = (out / "cmyk.jpg").read_bytes()
    (out / "ycck.jpg").write_bytes(patched(cmyk, b"Adobe", 11, 2))
    for orientation in range(2, 9):
        image.save(out / f"turned-{orientation}.jpg", quality=95, subsampling=0, exif=exif(orientation))
    image.save(out / "colour.png")
    half.save(out / "alpha.png")
    grey.save(out / "grey.png")
    grey.convert("LA").save(out / "grey-alpha.png")
    grey.convert("1").save(out / "bits.png", bits=1)
    image.convert("P", palette=Image.ADAPTIVE, colors=16).save(out / "palette.png", transparency=3)
    image.save(out / "colour.bmp")
    grey.save(out / "grey.bmp")
    image.convert("P", palette=Image.ADAPTIVE, colors=32).save(out / "palette.gif")
    lines = []
    for file in sorted(out.iterdir()):
        if file.suffix == ".txt":
            continue
        read = ImageOps.exif_transpose(Image.open(file)).convert("RGB")
        lines.append(f"{file.name} {read.width} {read.height} {read.tobytes().hex()}")
    (out / "pillow-rgb.txt").write_text("\n".join(lines) + "\n")


resampler()
decoder()
