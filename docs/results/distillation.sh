#!/usr/bin/env bash
# Trains the small CIFAR-10 network with distillation (lambda 20) and without (0), one core each, and measures both.
#
#   docs/results/distillation.sh CIFAR_FOLDER [INCEPTION_WEIGHTS] [SEED]
#
# Needs target/slimgan-explorer.jar (mvn package -DskipTests). Runs and report go to target/results.
set -euo pipefail
cd "$(dirname "$0")/../.."
data=${1:?the folder with data_batch_1.bin and so on}
weights=${2:-}
seed=${3:-0}
program=(java -jar target/slimgan-explorer.jar)
workspace=target/results
runs=()
for lambda in 20 0; do
    run=cifar10-lambda$lambda-seed$seed
    runs+=("$run")
    "${program[@]}" train sample-configs/cifar10-sndcgan-cpu.yaml --workspace "$workspace" --run "$run" \
        --set data.path="$data" --set training.distillation_weight=$lambda --set seed="$seed" \
        --set training.steps=6000 --set engine.threads=1 --set evaluation.every_steps=0 &
done
wait
"${program[@]}" evaluate "${runs[@]}" -w "$workspace" --samples 5000
if [[ -n $weights ]]; then
    "${program[@]}" evaluate "${runs[@]}" -w "$workspace" --samples 2000 --metrics fid,kid,mic,ic --features "$weights"
fi
"${program[@]}" report "${runs[@]}" -w "$workspace" --samples 5000 --out "$workspace/report"
