class Training(Module):
  __parameters__ = []
  __buffers__ = []
  training : bool
  _is_full_backward_hook : Optional[bool]
  def forward(self: __torch__.Training, x: Tensor) -> Tensor:
    return x
  def conv(self: __torch__.Training, x: Tensor, w: List[Tensor], mean: List[Tensor], var: List[Tensor], k: int, stride: int) -> Tensor:
    y = torch.conv2d(x, w[k * 3], None, [stride, stride], [1, 1], [1, 1], 1)
    return torch.batch_norm(y, w[k * 3 + 1], w[k * 3 + 2], mean[k], var[k], True, 0.1, 1e-05, True)
  def logits(self: __torch__.Training, images: Tensor, w: List[Tensor], mean: List[Tensor], var: List[Tensor]) -> Tensor:
    x = torch.permute(images, [0, 3, 1, 2])
    x = torch.relu((self).conv(x, w, mean, var, 0, 1))
    for stage in range(3):
      k = stage * 3 + 1
      x = torch.relu((self).conv(x, w, mean, var, k, 2))
      y = torch.relu((self).conv(x, w, mean, var, k + 1, 1))
      x = torch.relu(torch.add((self).conv(y, w, mean, var, k + 2, 1), x))
    return torch.matmul(torch.mean(x, [2, 3]), torch.t(w[30]))
  def step(self: __torch__.Training, images: Tensor, targets: Tensor, w: List[Tensor], leaves: List[Tensor], momentum: List[Tensor], mean: List[Tensor], var: List[Tensor], rate: Tensor, decay: Tensor) -> Tensor:
    loss = torch.cross_entropy_loss((self).logits(images, leaves, mean, var), targets, None, 1, -100, 0.)
    found = torch.grad([loss], leaves, None, None, False, False)
    for i in range(torch.len(w)):
      g = unchecked_cast(Tensor, found[i])
      if torch.gt(torch.dim(w[i]), 1):
        d = torch.add(g, torch.mul(w[i], decay))
      else:
        d = g
      _0 = torch.add_(torch.mul_(momentum[i], 0.9), d)
      _1 = torch.sub_(w[i], torch.mul(torch.add(d, momentum[i], alpha=0.9), rate))
    return torch.detach(loss)
