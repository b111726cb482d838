class Ops(Module):
  __parameters__ = []
  __buffers__ = []
  training : bool
  _is_full_backward_hook : Optional[bool]
  def forward(self: __torch__.Ops, x: Tensor) -> Tensor:
    return x
  def deconv(self: __torch__.Ops, x: Tensor, weight_and_bias: List[Tensor]) -> Tensor:
    return torch.conv_transpose2d(x, weight_and_bias[0], weight_and_bias[1], [2, 2], [1, 1])
  def conv_bf16_1_1(self: __torch__.Ops, x: Tensor, weight_and_bias: List[Tensor]) -> Tensor:
    weight = torch.to(weight_and_bias[0], 15)
    bias = torch.to(weight_and_bias[1], 15)
    return torch.to(torch.conv2d(torch.to(x, 15), weight, bias, [1, 1], [1, 1]), 6)
  def conv_bf16_2_1(self: __torch__.Ops, x: Tensor, weight_and_bias: List[Tensor]) -> Tensor:
    weight = torch.to(weight_and_bias[0], 15)
    bias = torch.to(weight_and_bias[1], 15)
    return torch.to(torch.conv2d(torch.to(x, 15), weight, bias, [2, 2], [1, 1]), 6)
  def conv_bf16_1_0(self: __torch__.Ops, x: Tensor, weight_and_bias: List[Tensor]) -> Tensor:
    weight = torch.to(weight_and_bias[0], 15)
    bias = torch.to(weight_and_bias[1], 15)
    return torch.to(torch.conv2d(torch.to(x, 15), weight, bias, [1, 1], [0, 0]), 6)
  def deconv_bf16(self: __torch__.Ops, x: Tensor, weight_and_bias: List[Tensor]) -> Tensor:
    weight = torch.to(weight_and_bias[0], 15)
    bias = torch.to(weight_and_bias[1], 15)
    return torch.to(torch.conv_transpose2d(torch.to(x, 15), weight, bias, [2, 2], [1, 1]), 6)
  def channels_last(self: __torch__.Ops, x: Tensor) -> Tensor:
    return torch.contiguous(x, memory_format=2)
  def upsample(self: __torch__.Ops, x: Tensor) -> Tensor:
    return torch.upsample_bilinear2d(x, None, False, [2., 2.])
  def upsample_nearest(self: __torch__.Ops, x: Tensor) -> Tensor:
    return torch.upsample_nearest2d(x, None, [2., 2.])
  def linear(self: __torch__.Ops, x: Tensor, weight: List[Tensor]) -> Tensor:
    return torch.linear(x, weight[0], None)
  def pointwise(self: __torch__.Ops, x: Tensor, weight: List[Tensor]) -> Tensor:
    return torch.conv2d(x, weight[0], None)
  def attend(self: __torch__.Ops, queries: Tensor, keys: Tensor, values: Tensor) -> Tensor:
    similar = torch.bmm(torch.transpose(torch.flatten(queries, 2), 1, 2), torch.flatten(keys, 2))
    weights = torch.transpose(torch.softmax(similar, -1), 1, 2)
    taken = torch.bmm(torch.flatten(values, 2), weights)
    return torch.reshape(taken, [torch.size(queries, 0), -1, torch.size(queries, 2), torch.size(queries, 3)])
  def average(self: __torch__.Ops, averages: List[Tensor], values: List[Tensor], share: float) -> NoneType:
    for i in range(torch.len(averages)):
      _0 = torch.lerp_(averages[i], values[i], share)
    return None
  def orthogonalise(self: __torch__.Ops, weight: Tensor) -> NoneType:
    rows = torch.reshape(weight, [torch.size(weight, 0), -1])
    wide = torch.lt(torch.size(rows, 0), torch.size(rows, 1))
    tall = rows
    if wide:
      tall = torch.t(rows)
    q, r = torch.linalg_qr(tall, "reduced")
    q = torch.mul(q, torch.sign(torch.diagonal(r)))
    if wide:
      q = torch.t(q)
    _0 = torch.copy_(weight, torch.reshape(q, torch.size(weight)))
    return None
  def normalise(self: __torch__.Ops, x: Tensor, mean_and_variance: List[Tensor]) -> Tensor:
    return torch.batch_norm(x, None, None, mean_and_variance[0], mean_and_variance[1], True, 0.10000000000000001, 1.0000000000000001e-05, True)
  def gradient(self: __torch__.Ops, outputs: List[Tensor], seeds: List[Tensor], inputs: List[Tensor]) -> List[Tensor]:
    given = annotate(List[Optional[Tensor]], [])
    for seed in seeds:
      _0 = torch.append(given, seed)
    result = annotate(List[Tensor], [])
    for found in torch.grad(outputs, inputs, given, None, False, False):
      _1 = torch.append(result, unchecked_cast(Tensor, found))
    return result
  def gradient_penalty(self: __torch__.Ops, logits: Tensor, images: List[Tensor]) -> Tensor:
    found = torch.grad([torch.sum(logits)], images, None, True, True, False)
    slope = unchecked_cast(Tensor, found[0])
    squares = torch.sum(torch.mul(slope, slope), [1, 2, 3])
    excess = torch.sub(torch.sqrt(torch.add(squares, 9.9999999999999998e-13)), 1)
    return torch.sum(torch.mul(excess, excess))
  def gradient_or_zero(self: __torch__.Ops, scalar: Tensor, inputs: List[Tensor]) -> List[Tensor]:
    result = annotate(List[Tensor], [])
    gradients = torch.grad([scalar], inputs, None, None, False, True)
    for i in range(torch.len(inputs)):
      found = gradients[i]
      if torch.__is__(found, None):
        one = torch.zeros_like(inputs[i])
      else:
        one = unchecked_cast(Tensor, found)
      _0 = torch.append(result, one)
    return result
  def assign(self: __torch__.Ops, to: List[Tensor], values: List[Tensor]) -> NoneType:
    for i in range(torch.len(to)):
      _0 = torch.copy_(to[i], values[i])
    return None
  def zero(self: __torch__.Ops, totals: List[Tensor]) -> NoneType:
    torch._foreach_zero_(totals)
    return None
  def add_leading(self: __torch__.Ops, totals: List[Tensor], parts: List[Tensor]) -> NoneType:
    for i in range(torch.len(totals)):
      part = parts[i]
      total = totals[i]
      for d in range(torch.dim(part)):
        total = torch.narrow(total, d, 0, torch.size(part, d))
      _0 = torch.add_(total, part)
    return None
  def power_iteration(self: __torch__.Ops, w: List[Tensor], u: List[Tensor], v: List[Tensor], sigma: List[Tensor], normalised: List[Tensor], rounds: int) -> NoneType:
    for i in range(torch.len(w)):
      m = torch.reshape(w[i], [torch.size(w[i], 0), -1])
      left = u[i]
      right = v[i]
      for _ in range(rounds):
        right = torch.matmul(left, m)
        right = torch.div(right, torch.clamp(torch.norm(right), 9.9999999999999998e-13))
        left = torch.matmul(right, torch.t(m))
        left = torch.div(left, torch.clamp(torch.norm(left), 9.9999999999999998e-13))
      s = torch.reshape(torch.matmul(left, torch.matmul(m, torch.t(right))), annotate(List[int], []))
      _0 = torch.copy_(u[i], left)
      _1 = torch.copy_(v[i], right)
      _2 = torch.copy_(sigma[i], s)
      _3 = torch.copy_(normalised[i], torch.div(w[i], s))
    return None
  def through_spectral_norm(self: __torch__.Ops, g: List[Tensor], normalised: List[Tensor], u: List[Tensor], v: List[Tensor], sigma: List[Tensor]) -> NoneType:
    for i in range(torch.len(g)):
      along = torch.sum(torch.mul(g[i], normalised[i]))
      outer = torch.reshape(torch.matmul(torch.t(u[i]), v[i]), torch.size(g[i]))
      _0 = torch.div_(torch.sub_(g[i], torch.mul(outer, along)), sigma[i])
    return None
  def norms(self: __torch__.Ops, tensors: List[Tensor]) -> Tensor:
    return torch.stack(torch._foreach_norm(tensors))
  def adam(self: __torch__.Ops, p: List[Tensor], g: List[Tensor], m: List[Tensor], v: List[Tensor], beta1: float, beta2: float, epsilon: float, step_size: float, correction2: float) -> NoneType:
    torch._foreach_mul_(m, beta1)
    torch._foreach_add_(m, g, alpha=torch.sub(1, beta1))
    torch._foreach_mul_(v, beta2)
    torch._foreach_addcmul_(v, g, g, torch.sub(1, beta2))
    d = torch._foreach_sqrt(v)
    torch._foreach_div_(d, correction2)
    torch._foreach_add_(d, epsilon)
    torch._foreach_addcdiv_(p, m, d, torch.neg(step_size))
    return None
