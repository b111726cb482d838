"""Writes the cases in this folder: python3 export_more.py REFERENCE OUT_DIR

REFERENCE is the folder with the PyTorch reference (slimgan_torch.py, export.py); needs torch and numpy.
Each case differs from the reference's own ones in seed, size and width list.
"""
import sys
from pathlib import Path

reference, out = sys.argv[1], Path(sys.argv[2])
sys.path.insert(0, reference)

import export
import numpy as np
import torch

FIVE = (0.25, 0.375, 0.5, 0.75, 1.0)
TWO = (0.5, 1.0)
# name: (the reference's case, what differs, seed)
CASES = {
    'sngan64-two-widths': ('sngan48', dict(size=64, share=4, lam=20.0, n_dis=1, widths=TWO), 8),
    'sndcgan32-five-widths': ('sndcgan32', dict(share=6, steps=2, widths=FIVE), 1),
    'sndcgan48-two-widths': ('sndcgan48', dict(ndf=16, share=6, widths=TWO), 6),
    'sngan32-one-width': ('sngan32', dict(share=1, lam=0.0, n_dis=1, widths=(1.0,)), 4),
    'cganpd32-five-widths': ('cganpd32-scbn', dict(ndf=8, n_dis=1, widths=FIVE), 13),
    'cganpd32-naive-two-widths': ('cganpd32-naive', dict(ndf=8, share=4, n_dis=1, widths=TWO), 18),
}

torch.set_num_threads(1)
for name, (base, changes, seed) in CASES.items():
    export.CASES[name] = dict(export.CASES[base], nz=16, batch=4, **changes)
    export.export(name, out, seed=seed)
    arrays = dict(np.load(out / f'{name}.npz'))
    np.savez_compressed(out / f'{name}.npz', **arrays)
