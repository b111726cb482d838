/**
 * A workspace's queue of runs that are to be trained one after the other, and how lists, folders and seeds become such runs.
 * Any process may look and change what waits; one at a time works the queue off.
 */
@NullMarked
package io.slimgan.runs.queue;

import org.jspecify.annotations.NullMarked;
