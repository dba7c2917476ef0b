package io.realname.dev;

import io.realname.RealnameApplication;
import java.util.Set;
import org.springframework.boot.SpringApplication;

/**
 * Main class of the run command {@code ./mvnw spring-boot:test-run}. Starts the unchanged production app and adds the
 * profile {@code dev}, {@link DevConfiguration} and {@link DemoConfiguration}.
 */
public final class DevApplication {

    private DevApplication() {}

    public static void main(String[] args) {
        SpringApplication.withHook(
                application -> {
                    application.addPrimarySources(Set.of(DevConfiguration.class, DemoConfiguration.class));
                    application.setAdditionalProfiles("dev");
                    application.addInitializers(new ScannerBeside());
                    application.addInitializers(context ->
                            context.getBeanFactory().registerSingleton("productionClasses", new ProductionClasses()));
                    return null;
                },
                () -> RealnameApplication.main(args));
    }
}
