// oneDNN's C API, and the one call of its OpenMP runtime that Dictum needs: each worker keeps its products on its own core.
#pragma once
#include <oneapi/dnnl/dnnl.h>

void omp_set_num_threads(int count);
