/** Writers of small files in the official formats, for every test that needs such, and the tests of their readers. */
@NullMarked
package io.slimgan.data.official;

import org.jspecify.annotations.NullMarked;
