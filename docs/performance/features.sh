#!/usr/bin/env bash
# Times the Inception network's features in turn, ours and the PyTorch reference's, and prints the ratios.
#
#   docs/performance/features.sh path/to/inception_torch.py path/to/weights.npz [images 64] [threads 2] [rounds 2]
#
# Needs compiled classes (mvn test-compile) and a Python that has torch and numpy: PYTHON=/usr/bin/python3 names one.
# A ratio is images per second of ours over the reference's; above 1 is faster.
set -euo pipefail
reference=${1:?"name the reference's inception_torch.py"}
weights=${2:?"name the network's weights"}
images=${3:-64}
threads=${4:-2}
rounds=${5:-2}
python=${PYTHON:-python3}
here=$(cd "$(dirname "$0")/../.." && pwd)
results=$(mktemp -d)
trap 'rm -rf "$results"' EXIT
(cd "$here" && mvn -B -q -o dependency:build-classpath -Dmdep.outputFile="$results/cp" >/dev/null)
cat >"$results/reference.py" <<'PY'
import json, pathlib, sys, time
sys.path.insert(0, str(pathlib.Path(sys.argv[1]).parent))
import numpy as np, torch
import inception_torch as ref

tap, images, threads, batch = map(int, sys.argv[3:7])
torch.set_num_threads(threads)
net = ref.Inception(np.load(sys.argv[2]))
pictures = np.random.RandomState(1).randint(0, 256, (images, 32, 32, 3)).astype(np.uint8)
class Reached(Exception):
    pass
def stop(name, x):  # the reference has no early end: leave where the block behind the tap begins
    raise Reached()
if tap == 768:
    net.d = stop
def run():
    for i in range(0, images, batch):
        try:
            net.features(ref.prepare(pictures[i:i + batch]))
        except Reached:
            pass
run()
wall, cpu = time.perf_counter(), time.process_time()
run()
print(json.dumps(dict(wall=time.perf_counter() - wall, cpu=time.process_time() - cpu)))
PY
export OMP_WAIT_POLICY=passive PYTHONDONTWRITEBYTECODE=1
for tap in 768 2048; do
    for _ in $(seq "$rounds"); do
        for batch in 8 32; do # whichever suits the reference better
            "$python" "$results/reference.py" "$reference" "$weights" "$tap" "$images" "$threads" "$batch" >>"$results/theirs-$tap"
        done
        java -Dai.djl.offline=true -cp "$here/target/test-classes:$here/target/classes:$(cat "$results/cp")" \
            io.slimgan.metrics.features.FeatureSpeed "$weights" "$tap" "$images" "$threads" 2>/dev/null >>"$results/ours-$tap"
    done
    "$python" - "$tap" "$images" "$results/theirs-$tap" "$results/ours-$tap" <<'PY'
import json, sys
tap, images = sys.argv[1], int(sys.argv[2])
theirs, ours = ([json.loads(line) for line in open(name)] for name in sys.argv[3:5])
for what in ('wall', 'cpu'):
    a, b = (images / min(r[what] for r in runs) for runs in (theirs, ours))
    print(f'tap {tap}: images per {what} second: reference {a:.2f}, ours {b:.2f}, ratio {b / a:.2f}')
PY
done
