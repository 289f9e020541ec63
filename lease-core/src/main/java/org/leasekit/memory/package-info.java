/**
 * Every store in memory: for tests, prototypes and what-if runs, and as the example to read before writing an
 * adapter.
 *
 * <p>{@link org.leasekit.memory.MemoryStores} is the front; behind it lies one small class per port, built from two
 * parts: a table and an index, both of which know how to undo what was done to them. One lock guards all of it.
 */
@NullMarked
package org.leasekit.memory;

import org.jspecify.annotations.NullMarked;
