/// How often memory has been asked for since the program began; -1 where that cannot be counted.
long allocations_so_far(void);
