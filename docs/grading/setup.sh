#!/usr/bin/env bash
# Gradescope runs this once, when the autograder is built. Upload it in one zip with run_autograder
# and a clone of the course in a folder named course.
set -euo pipefail
root="${AUTOGRADER:-/autograder}"
export DEBIAN_FRONTEND=noninteractive

apt-get update
apt-get install -y python3 python3-venv bubblewrap libseccomp2
python3 -m venv "$root/venv"
"$root/venv/bin/pip" install -c "$root/source/course/constraints.txt" "$root/source/course[grading]"
