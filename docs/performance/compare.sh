#!/usr/bin/env bash
# Times training steps and sampling in turn, ours and the PyTorch reference's, and prints the ratios.
#
#   docs/performance/compare.sh path/to/bench.py [--rounds 3] [options of bench, such as --nf 128 --steps 10]
#
# Needs a built program (mvn package) and a Python that has torch: PYTHON=/usr/bin/python3 names one.
set -euo pipefail
reference=${1:?"name the reference's bench.py"}
shift
rounds=3
if [ "${1:-}" = --rounds ]; then
    rounds=$2
    shift 2
fi
python=${PYTHON:-python3}
here=$(cd "$(dirname "$0")/../.." && pwd)
results=$(mktemp)
trap 'rm -f "$results"' EXIT
for _ in $(seq "$rounds"); do
    PYTHONDONTWRITEBYTECODE=1 "$python" "$reference" "$@" >>"$results"
    java -jar "$here/target/slimgan-explorer.jar" bench "$@" >>"$results"
done
"$python" - "$results" <<'PY'
import json, statistics, sys

lines = [json.loads(line) for line in open(sys.argv[1])]
theirs, ours = lines[0::2], lines[1::2]
ratio = lambda pick, gather: gather(map(pick, ours)) / gather(map(pick, theirs))
low, middle = lambda r: r['step_min_s'], lambda r: r['step_s']
settings = {k: ours[0][k] for k in ('arch', 'size', 'nf', 'share', 'batch', 'n_dis', 'threads')}
print(json.dumps(settings))
print(f"reference: step min {min(map(low, theirs)):.4f} s, median {statistics.median(map(middle, theirs)):.4f} s")
print(f"ours:      step min {min(map(low, ours)):.4f} s, median {statistics.median(map(middle, ours)):.4f} s")
print(f"ratio:     min {ratio(low, min):.3f}, median {ratio(middle, statistics.median):.3f}")
for width in ours[0]['sixteen_images_ms']:
    pick = lambda r: r['sixteen_images_ms'][width]
    print(f"16 images at {width}: reference {min(map(pick, theirs)):.2f} ms, ours {min(map(pick, ours)):.2f} ms, "
          f"ratio {ratio(pick, min):.3f}")
PY
