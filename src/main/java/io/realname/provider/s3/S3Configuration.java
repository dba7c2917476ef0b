package io.realname.provider.s3;

import io.realname.evidence.EvidenceStore;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "realname.evidence.store", havingValue = "s3")
@EnableConfigurationProperties(S3Properties.class)
class S3Configuration {

    @Bean
    S3Client s3Client(S3Properties properties) {
        S3ClientBuilder builder = S3Client.builder()
                .region(Region.of(S3Properties.required("region", properties.region())))
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(
                        S3Properties.required("access-key-id", properties.accessKeyId()),
                        S3Properties.required("secret-access-key", properties.secretAccessKey()))))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .overrideConfiguration(calls -> calls.apiCallTimeout(properties.timeout()))
                // Storages other than Amazon's do not understand the SDK's additional checksums and its chunked
                // encoding.
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .serviceConfiguration(s3 -> s3.chunkedEncodingEnabled(false))
                .forcePathStyle(true);
        if (properties.endpoint() != null) {
            builder.endpointOverride(properties.endpoint());
        }
        return builder.build();
    }

    @Bean
    EvidenceStore s3EvidenceStore(S3Client s3, S3Properties properties) {
        return new S3EvidenceStore(s3, S3Properties.required("bucket", properties.bucket()), properties.prefix());
    }
}
