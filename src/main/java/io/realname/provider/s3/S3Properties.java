package io.realname.provider.s3;

import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the object storage is, {@code realname.evidence.s3.*}.
 *
 * @param endpoint the address of a storage other than Amazon's, for example
 *     {@code https://s3.cn-north-1.jdcloud-oss.com}; without one, Amazon's of the region
 * @param region the region that the bucket is in
 * @param bucket the bucket's name; it must exist
 * @param prefix what goes before each object's key
 * @param accessKeyId the access key's id; the key may put, get and delete objects under the prefix
 * @param secretAccessKey the access key's secret
 * @param timeout how long one call may take, repetitions included
 */
@ConfigurationProperties("realname.evidence.s3")
public record S3Properties(
        @Nullable URI endpoint,
        @Nullable String region,
        @Nullable String bucket,
        @DefaultValue("evidence/") String prefix,
        @Nullable String accessKeyId,
        @Nullable String secretAccessKey,
        @DefaultValue("15s") Duration timeout) {

    static String required(String name, @Nullable String value) {
        return Objects.requireNonNull(value, "realname.evidence.s3." + name + " is not set");
    }

    /** Shows the address but not the access key. */
    @Override
    public String toString() {
        return "S3Properties[endpoint=" + endpoint + ", region=" + region + ", bucket=" + bucket + "]";
    }
}
