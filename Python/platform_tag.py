"""Names the wheel after its platform when it holds the program, and `any` when it does not."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class PlatformTag(BuildHookInterface):
    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if not (Path(self.root) / "src/dictum/_native").is_dir():
            return
        build_data["pure_python"] = False
        build_data["tag"] = f"py3-none-{os.environ['DICTUM_WHEEL_PLATFORM']}"
