/** What operators see: metrics, alerts, the dashboard, the runbook, the log. */
@NullMarked
package io.realname.figures;

import org.jspecify.annotations.NullMarked;
