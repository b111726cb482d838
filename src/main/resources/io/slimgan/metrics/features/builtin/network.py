x = torch.permute(x, [0, 3, 1, 2])
x = torch.relu_(torch.conv2d(x, c[0], c[1], [1, 1], [1, 1], [1, 1], 1))
pooled = annotate(List[Tensor], [])
for stage in range(3):
  k = stage * 6 + 2
  x = torch.relu_(torch.conv2d(x, c[k], c[k + 1], [2, 2], [1, 1], [1, 1], 1))
  y = torch.relu_(torch.conv2d(x, c[k + 2], c[k + 3], [1, 1], [1, 1], [1, 1], 1))
  y = torch.conv2d(y, c[k + 4], c[k + 5], [1, 1], [1, 1], [1, 1], 1)
  x = torch.relu_(torch.add_(y, x))
  _0 = torch.append(pooled, torch.mean(x, [2, 3]))
_1 = torch.append(pooled, torch.matmul(pooled[2], torch.t(c[20])))
return torch.cat(pooled, 1)
