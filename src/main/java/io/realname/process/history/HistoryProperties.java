package io.realname.process.history;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the engine stores of the past.
 *
 * @param steps whether the engine also stores each step and gateway that an instance passes (table ACT_HI_ACTINST), for
 *     tools that read it, such as a Cockpit with a heat map. It costs about 45 KB for each verification. The app itself
 *     stores the way in a short form, always
 */
@ConfigurationProperties("realname.history")
public record HistoryProperties(@DefaultValue("false") boolean steps) {}
