package io.realname.evidence;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EvidenceProperties.class)
class EvidenceConfiguration {

    @Bean
    @ConditionalOnProperty(name = "realname.evidence.scanner", havingValue = "none")
    MalwareScanner noScanner() {
        return new NoScanner();
    }

    @Bean
    @ConditionalOnProperty(name = "realname.evidence.store", havingValue = "postgres", matchIfMissing = true)
    EvidenceStore postgresEvidenceStore(JdbcClient jdbc) {
        return new PostgresEvidenceStore(jdbc);
    }
}
