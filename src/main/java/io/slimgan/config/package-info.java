/**
 * The settings of a run as records: YAML in and out, allowed ranges, and problems told by file, line and field.
 */
@NullMarked
package io.slimgan.config;

import org.jspecify.annotations.NullMarked;
