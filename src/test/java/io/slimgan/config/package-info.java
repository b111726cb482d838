/** Tests of the settings. */
@NullMarked
package io.slimgan.config;

import org.jspecify.annotations.NullMarked;
