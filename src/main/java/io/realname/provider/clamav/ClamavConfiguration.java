package io.realname.provider.clamav;

import io.realname.evidence.MalwareScanner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "realname.evidence.scanner", havingValue = "clamd", matchIfMissing = true)
@EnableConfigurationProperties(ClamdProperties.class)
class ClamavConfiguration {

    @Bean
    MalwareScanner clamdScanner(ClamdProperties properties) {
        return new ClamdScanner(properties);
    }
}
