package io.realname.dev;

import io.realname.RealnameApplication;
import java.util.Set;
import org.springframework.boot.SpringApplication;

/**
 * The run command's way into the app: {@code ./mvnw spring-boot:test-run}. The production app as it is, with the
 * profile {@code dev}, {@link DevConfiguration} and {@link DemoConfiguration} added.
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
