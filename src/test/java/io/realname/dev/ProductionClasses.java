package io.realname.dev;

import io.realname.RealnameApplication;
import java.io.IOException;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;

/**
 * Excludes test classes from the component scan. Tests are in the packages that the app scans and, with the run
 * command, on its class path. Without this filter, the running app would use a test's fixed clock or stub.
 */
public final class ProductionClasses extends TypeExcludeFilter {

    private static final String LOCATION = RealnameApplication.class
            .getProtectionDomain()
            .getCodeSource()
            .getLocation()
            .toString();

    @Override
    public boolean match(MetadataReader metadataReader, MetadataReaderFactory metadataReaderFactory)
            throws IOException {
        String file = metadataReader.getResource().getURL().toString();
        return !file.startsWith(LOCATION) && !file.startsWith("jar:" + LOCATION);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ProductionClasses;
    }

    @Override
    public int hashCode() {
        return ProductionClasses.class.hashCode();
    }
}
