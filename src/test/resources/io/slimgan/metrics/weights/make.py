"""Makes the small files beside it and ../features/resized.npz (PyTorch 1.13, Pillow 9.4, NumPy 1.24); python3 make.py FOLDER."""
import collections
import pathlib
import pickle
import sys
import zipfile

import numpy as np
import torch
from PIL import Image
from torch import nn

out = pathlib.Path(sys.argv[1])
strided = torch.arange(24, dtype=torch.float32).reshape(2, 3, 4).permute(2, 0, 1)
both = torch.arange(6, dtype=torch.float32)
tensors = collections.OrderedDict(
    strided=strided, tail=both[4:], whole=both, half=torch.tensor([1.5, -2, 65504, 6e-8]).half(),
    brain=torch.tensor([1.5, -2]).bfloat16(), double=torch.tensor([0.1], dtype=torch.float64),
    count=torch.tensor(7), flags=torch.tensor([True, False]), empty=torch.zeros(0, 3))
content = {'epoch': 3, 'state_dict': tensors, 'nested': [{'parameter': nn.Parameter(torch.tensor([2., 3.]))}]}
torch.save(content, out / 'zip.pth')
torch.save(content, out / 'legacy.pth', _use_new_zipfile_serialization=False)
module = nn.Sequential(collections.OrderedDict(first=nn.Linear(3, 2), second=nn.BatchNorm1d(2)))
with torch.no_grad():
    for i, p in enumerate(module.parameters()):
        p.copy_(torch.arange(p.numel()).reshape(p.shape) + 10. * i)
torch.jit.save(torch.jit.script(module.eval()), str(out / 'script.pt'))


class Evil:
    def __reduce__(self):
        import os
        return os.system, ('touch /tmp/should-not-exist',)


torch.save({'x': Evil()}, out / 'evil-zip.pth')
torch.save({'x': Evil()}, out / 'evil-legacy.pth', _use_new_zipfile_serialization=False)
torch.save(nn.Linear(1, 1), out / 'whole-module.pth')
np.savez_compressed(out / 'arrays.npz', columns=np.asfortranarray(np.arange(6, dtype='>f8').reshape(2, 3)),
                    half=np.array([1.5], np.float16), whole=np.array([[1, -2]], np.int64), scalar=np.float32(4),
                    truth=np.array([True]))
np.savez(out / 'objects.npz', x=np.array([{}], dtype=object))

r = np.random.RandomState(5)
small, large = r.randint(0, 256, (7, 5, 3)).astype(np.uint8), r.randint(0, 256, (40, 52, 3)).astype(np.uint8)


def clean(image, size):
    channels = [Image.fromarray(image[:, :, c].astype(np.float32), mode='F').resize((size, size), Image.BICUBIC) for c in range(3)]
    return np.stack([np.asarray(c).clip(0, 255) for c in channels], 2)


def pytorch(image, size):
    x = torch.from_numpy(image.transpose(2, 0, 1)[None].astype(np.float32) / 255)
    return torch.nn.functional.interpolate(x, (size, size), mode='bilinear', align_corners=False)[0].permute(1, 2, 0).numpy()


np.savez_compressed(out.parent / 'features' / 'resized.npz', small=small, large=large, clean_small=clean(small, 23), clean_large=clean(large, 23),
                    pytorch_small=pytorch(small, 23), pytorch_large=pytorch(large, 23))
