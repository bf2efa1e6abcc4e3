# Source before training on a CPU: glibc gives every big buffer back to the kernel otherwise (steps take three times as long),
# and waiting threads should not spin where the machine is shared.
export MALLOC_MMAP_THRESHOLD_=4294967296 MALLOC_TRIM_THRESHOLD_=17179869184 MALLOC_TOP_PAD_=268435456
export OMP_WAIT_POLICY=PASSIVE
