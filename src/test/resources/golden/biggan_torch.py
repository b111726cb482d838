"""BigGAN for 128 pixels after its authors' public definition, sliced to widths, and one case of numbers from it.

python3 biggan_torch.py OUT_DIR        needs torch and numpy

Written from the definition alone: functions over a dictionary of tensors, evaluation of sigma from the stored u.
"""
import json
import math
import sys
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F

WIDTHS, CH, NZ, CLASSES, VECTOR, SHARED, BATCH = (0.5, 1.0), 2, 24, 5, 128, 2, 1
PART = NZ // 6
G_IN, G_OUT = [16, 16, 8, 4, 2], [16, 8, 4, 2, 1]
D_OUT = [1, 2, 4, 8, 16, 16]


def sn(t, layer):
    """W / sigma with one power iteration from the stored u."""
    w = t[layer + '.weight']
    m = w.reshape(len(w), -1)
    v = F.normalize(t[layer + '.sn_u'] @ m, eps=1e-12)
    u = F.normalize(v @ m.t(), eps=1e-12)
    return w / (u @ m @ v.t())


def conv(t, layer, x, ins, outs, pad, bias=True):
    b = t[layer + '.bias'][:outs] if bias else None
    return F.conv2d(x, sn(t, layer)[:outs, :ins], b, padding=pad)


def attention(t, name, x, c):
    k, v = max(1, c // 8), max(1, c // 2)
    theta = conv(t, name + '.theta', x, c, k, 0, False).flatten(2)
    phi = F.max_pool2d(conv(t, name + '.phi', x, c, k, 0, False), 2).flatten(2)
    g = F.max_pool2d(conv(t, name + '.g', x, c, v, 0, False), 2).flatten(2)
    beta = F.softmax(torch.bmm(theta.transpose(1, 2), phi), -1)
    o = torch.bmm(g, beta.transpose(1, 2)).reshape(len(x), v, *x.shape[2:])
    return t[name + '.gamma'] * conv(t, name + '.o', o, v, c, 0, False) + x


def generator(t, z, y, i, train):
    at = lambda c: int(16 * CH * WIDTHS[i]) * c // 16
    e = t['embed.weight'][y]

    def ccbn(name, x, c, cond):
        gain = 1 + F.linear(cond, sn(t, name + '.gain')[:c])
        bias = F.linear(cond, sn(t, name + '.shift')[:c])
        p = f'{name}.bn.{i}.running_'
        h = F.batch_norm(x, t[p + 'mean'].clone(), t[p + 'var'].clone(), None, None, train, 0.1, 1e-5)
        return h * gain[:, :, None, None] + bias[:, :, None, None]

    rows = at(16) * 16
    h = F.linear(z[:, :PART], sn(t, 'l1')[:rows], t['l1.bias'][:rows]).reshape(len(z), -1, 4, 4)
    for b in range(5):
        cond = torch.cat([e, z[:, (b + 1) * PART:(b + 2) * PART]], 1)
        a, c, n = at(G_IN[b]), at(G_OUT[b]), f'block.{b}'
        up = lambda q: F.interpolate(q, scale_factor=2)
        x = conv(t, n + '.c1', up(F.relu(ccbn(n + '.b1', h, a, cond))), a, c, 1)
        x = conv(t, n + '.c2', F.relu(ccbn(n + '.b2', x, c, cond)), c, c, 1)
        h = x + conv(t, n + '.c_sc', up(h), a, c, 0)
        if b == 3:
            h = attention(t, 'attention', h, c)
    p = f'b.bn.{i}.'
    h = F.batch_norm(h, t[p + 'running_mean'].clone(), t[p + 'running_var'].clone(), t[p + 'weight'], t[p + 'bias'],
                     train, 0.1, 1e-5)
    return torch.tanh(conv(t, 'out', F.relu(h), at(1), 3, 1))


def discriminator(t, x, y, i):
    at = lambda b: f'at.{0 if b < SHARED else i}'
    c = [3] + [CH * k for k in D_OUT]
    for b in range(6):
        n, down = f'block.{b}.{at(b)}', b < 5
        pool = (lambda q: F.avg_pool2d(q, 2)) if down else (lambda q: q)
        h = conv(t, n + '.c1', F.relu(x) if b else x, c[b], c[b + 1], 1)
        h = pool(conv(t, n + '.c2', F.relu(h), c[b + 1], c[b + 1], 1))
        if b == 0:
            x = h + conv(t, n + '.c_sc', pool(x), c[b], c[b + 1], 0)
            x = attention(t, 'attention.' + at(0), x, c[1])
        else:
            x = h + (pool(conv(t, n + '.c_sc', x, c[b], c[b + 1], 0)) if n + '.c_sc.weight' in t else x)
    h = F.relu(x).sum((2, 3))
    out = F.linear(h, sn(t, f'logit.at.{i}'), t[f'logit.at.{i}.bias'])
    return out + (sn(t, f'label.at.{i}')[y] * h).sum(1, keepdim=True)


def weights():
    """Names, shapes: G and D with weights of a trained network's size, u at its fixed point."""
    G, D, n = {}, {}, len(WIDTHS)

    def layer(t, name, *shape, bias=True, norm=True):
        t[name + '.weight'] = torch.randn(*shape) / math.sqrt(np.prod(shape[1:]))
        if bias:
            t[name + '.bias'] = 0.1 * torch.randn(shape[0])
        if norm:
            m, u = t[name + '.weight'].reshape(shape[0], -1), F.normalize(torch.randn(1, shape[0]))
            for _ in range(500):
                u = F.normalize(F.normalize(u @ m) @ m.t())
            t[name + '.sn_u'] = u

    def attend(t, name, c):
        k, v = max(1, c // 8), max(1, c // 2)
        for part, a, b in (('theta', k, c), ('phi', k, c), ('g', v, c), ('o', c, v)):
            layer(t, f'{name}.{part}', a, b, 1, 1, bias=False)
        t[name + '.gamma'] = torch.tensor([0.7])

    def statistics(name, c):
        for i, w in enumerate(WIDTHS):
            G[f'{name}.bn.{i}.running_mean'] = 0.2 * torch.randn(int(c * w))
            G[f'{name}.bn.{i}.running_var'] = 0.5 + torch.rand(int(c * w))
            G[f'{name}.bn.{i}.num_batches_tracked'] = torch.tensor(0.0)

    layer(G, 'embed', CLASSES, VECTOR, bias=False, norm=False)
    layer(G, 'l1', 16 * CH * 16, PART)
    for b in range(5):
        a, c, name = CH * G_IN[b], CH * G_OUT[b], f'block.{b}'
        for norm, k in (('b1', a), ('b2', c)):
            statistics(f'{name}.{norm}', k)
            for part in ('gain', 'shift'):
                layer(G, f'{name}.{norm}.{part}', k, VECTOR + PART, bias=False)
        layer(G, name + '.c1', c, a, 3, 3), layer(G, name + '.c2', c, c, 3, 3), layer(G, name + '.c_sc', c, a, 1, 1)
    attend(G, 'attention', CH * G_OUT[3])
    statistics('b', CH)
    for i, w in enumerate(WIDTHS):
        G[f'b.bn.{i}.weight'], G[f'b.bn.{i}.bias'] = 1 + 0.1 * torch.randn(int(CH * w)), 0.1 * torch.randn(int(CH * w))
    layer(G, 'out', 3, CH, 3, 3)
    c = [3] + [CH * k for k in D_OUT]
    for b in range(6):
        for i in range(1 if b < SHARED else n):
            name = f'block.{b}.at.{i}'
            layer(D, name + '.c1', c[b + 1], c[b], 3, 3), layer(D, name + '.c2', c[b + 1], c[b + 1], 3, 3)
            if b < 5:
                layer(D, name + '.c_sc', c[b + 1], c[b], 1, 1)
    attend(D, 'attention.at.0', c[1])
    for i in range(n):
        layer(D, f'logit.at.{i}', 1, c[6]), layer(D, f'label.at.{i}', CLASSES, c[6], bias=False)
    return G, D


if __name__ == '__main__':
    torch.manual_seed(23)
    torch.set_num_threads(1)
    G, D = weights()
    arrays = {f'G.{k}': v for k, v in G.items()} | {f'D.{k}': v for k, v in D.items()}
    z, y = torch.randn(BATCH, NZ), torch.randint(0, CLASSES, (BATCH,))
    arrays |= {'fwd.z': z, 'fwd.y': y}
    for i in range(len(WIDTHS)):
        arrays[f'fwd.train.{i}'] = generator(G, z, y, i, True)
        image = arrays[f'fwd.eval.{i}'] = generator(G, z, y, i, False)
        arrays[f'fwd.logit.{i}'] = discriminator(D, image, y, i)
    out = Path(sys.argv[1])
    np.savez_compressed(out / 'biggan128.npz', **{k: v.numpy() for k, v in arrays.items()})
    settings = dict(nz=NZ, widths=WIDTHS, classes=CLASSES, norm='hierarchical', kind='shared', judged=None, stepwise=True,
                    batch=BATCH, arch='big', size=128, ngf=16 * CH, ndf=16 * CH, share=SHARED, lam=20.0, n_dis=1, steps=0,
                    lr=0.0002, betas=[0.0, 0.999], zero_gradient=[])
    (out / 'biggan128.json').write_text(json.dumps(settings, indent=1) + '\n')
