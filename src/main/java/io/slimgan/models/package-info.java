/**
 * Whole networks as data plus layers: generators, discriminators, their cost, and sampling from a trained one.
 */
@NullMarked
package io.slimgan.models;

import org.jspecify.annotations.NullMarked;
