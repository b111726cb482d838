/** What published datasets consist of, under which terms, and how to fetch them. */
@NullMarked
package io.slimgan.data.catalogue;

import org.jspecify.annotations.NullMarked;
