class Network(Module):
  __parameters__ = []
  __buffers__ = []
  training : bool
  _is_full_backward_hook : Optional[bool]
  def forward(self: __torch__.Network, x: Tensor) -> Tensor:
    return x
  def conv(self: __torch__.Network, x: Tensor, c: List[Tensor], k: int, stride: int) -> Tensor:
    return torch.conv2d(x, c[k * 2], c[k * 2 + 1], [stride, stride], [1, 1], [1, 1], 1)
  def run(self: __torch__.Network, images: Tensor, c: List[Tensor]) -> Tensor:
    x = torch.permute(images, [0, 3, 1, 2])
    x = torch.relu_((self).conv(x, c, 0, 1))
    pooled = annotate(List[Tensor], [])
    for stage in range(3):
      k = stage * 3 + 1
      x = torch.relu_((self).conv(x, c, k, 2))
      y = torch.relu_((self).conv(x, c, k + 1, 1))
      x = torch.relu_(torch.add_((self).conv(y, c, k + 2, 1), x))
      _0 = torch.append(pooled, torch.mean(x, [2, 3]))
    _1 = torch.append(pooled, torch.matmul(pooled[2], torch.t(c[20])))
    return torch.cat(pooled, 1)
