class Algebra(Module):
  __parameters__ = []
  __buffers__ = []
  training : bool
  _is_full_backward_hook : Optional[bool]
  def forward(self: __torch__.Algebra, x: Tensor) -> Tensor:
    return x
  def centred(self: __torch__.Algebra, rows: Tensor, mean: Tensor) -> Tensor:
    return torch.sub(torch.to(rows, 7), mean)
  def add_scatter(self: __torch__.Algebra, total: Tensor, x: Tensor, begin: int, width: int) -> NoneType:
    rest = torch.sub(torch.size(x, 1), begin)
    part = torch.narrow(torch.narrow(total, 0, begin, width), 1, begin, rest)
    left = torch.t(torch.narrow(x, 1, begin, width))
    _0 = torch.addmm_(part, left, torch.narrow(x, 1, begin, rest))
    return None
  def factor(self: __torch__.Algebra, symmetric: Tensor) -> Tensor:
    triangle, failed = torch.linalg_cholesky_ex(symmetric)
    if bool(torch.eq(failed, 0)):
      result = triangle
    else:
      values, vectors = torch.linalg_eigh(symmetric)
      result = torch.mul(vectors, torch.sqrt(torch.clamp(values, 0.)))
    return result
  def eigenvalues(self: __torch__.Algebra, factor: Tensor, symmetric: Tensor) -> Tensor:
    return torch.linalg_eigvalsh(torch.matmul(torch.t(factor), torch.matmul(symmetric, factor)))
  def products(self: __torch__.Algebra, a: Tensor, b: Tensor) -> Tensor:
    return torch.matmul(torch.to(a, 7), torch.t(torch.to(b, 7)))
