/** What operators see: metrics, alerts, the dashboard, the runbook, the log. */
@NullMarked
package io.realname.operations;

import org.jspecify.annotations.NullMarked;
