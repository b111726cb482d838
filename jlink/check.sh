#!/usr/bin/env bash
# Starts the application image the way someone without a JDK would: an empty PATH, a home folder of its own, and, where
# the system lets us, no network. Trains ten steps with the command line, then opens the window on a virtual display
# and closes it. Needs xvfb, openbox and xdotool; with scrot it leaves a picture in target/image-window.png.
set -euo pipefail
cd "$(dirname "$0")/.."

image=$PWD/target/image/slimgan-explorer
[[ -x $image/bin/slimgan ]] || { echo "There is no image; make it with jlink/build.sh." >&2; exit 1; }

work=$(mktemp -d)
pids=()
finish() {
    for pid in "${pids[@]}"; do kill "$pid" 2>/dev/null || true; done
    wait 2>/dev/null || true
    rm -rf "$work"
}
trap finish EXIT
fail() { echo "FAILED: $*" >&2; [[ -f $work/output.txt ]] && cat "$work/output.txt" >&2; exit 1; }

mkdir "$work/path" "$work/home"
bare=(env -i "PATH=$work/path" "XDG_STATE_HOME=$work/home" "XDG_CACHE_HOME=$work/home" LANG=C.UTF-8)
if "${bare[@]}" /bin/sh -c 'command -v java || command -v javac'; then fail "java is on the path"; fi
offline=()
if unshare -n true 2>/dev/null; then offline=(unshare -n); fi

echo "Training ten steps ..."
"${offline[@]}" "${bare[@]}" "$image/bin/slimgan" train sample-configs/quick-cpu.yaml --workspace "$work/runs" \
    --run ten --steps 10 >"$work/output.txt" 2>&1 </dev/null || fail "training ended with code $?"
cat "$work/output.txt"
if grep -qi 'warning' "$work/output.txt"; then fail "the terminal shows warnings"; fi
[[ -f $work/runs/ten/checkpoints/step-00000010/generator.safetensors ]] || fail "no checkpoint of step 10"
compgen -G "$work/runs/ten/events.out.tfevents.*" >/dev/null || fail "no event file"

echo "Opening the window ..."
display=:$((90 + RANDOM % 900))
Xvfb "$display" -screen 0 1280x800x24 -nolisten tcp >/dev/null 2>&1 &
pids+=($!)
export DISPLAY=$display
for _ in $(seq 50); do xdotool getmouselocation >/dev/null 2>&1 && break; sleep 0.1; done
openbox >/dev/null 2>&1 &
pids+=($!)
"${offline[@]}" "${bare[@]}" DISPLAY="$display" "$image/bin/slimgan-explorer" >"$work/output.txt" 2>&1 </dev/null &
window=$!
pids+=("$window")
found=
for _ in $(seq 60); do
    found=$(xdotool search --onlyvisible --name '^SlimGAN Explorer' 2>/dev/null | head -n 1 || true)
    [[ -n $found ]] && break
    kill -0 "$window" 2>/dev/null || fail "the window's process ended"
    sleep 0.5
done
[[ -n $found ]] || fail "no window came up in 30 seconds"
sleep 3
if command -v scrot >/dev/null; then scrot -o target/image-window.png; fi
# Openbox closes a window as its close button does; xdotool's own close would destroy it.
xdotool windowactivate --sync "$found" key alt+F4
for _ in $(seq 40); do kill -0 "$window" 2>/dev/null || break; sleep 0.5; done
if kill -0 "$window" 2>/dev/null; then fail "the process stayed after its window was closed"; fi
[[ ! -s $work/output.txt ]] || fail "the window's process wrote to the terminal"
echo "The image works."
