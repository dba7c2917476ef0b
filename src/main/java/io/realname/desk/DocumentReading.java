package io.realname.desk;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * The result of comparing what a reviewer reads on a document with what was stated.
 *
 * @param issuingCountry of passports only
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record DocumentReading(
        Reading documentNumber, @Nullable Reading issuingCountry) {}
