/** What a run of the benchmark has measured: as a table on the console, and as one HTML file with plots. */
@NullMarked
package io.realname.benchmark.report;

import org.jspecify.annotations.NullMarked;
