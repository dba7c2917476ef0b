package io.realname.dev;

import static org.assertj.core.api.Assertions.assertThat;

import io.realname.RealnameApplication;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.springframework.core.type.classreading.MetadataReaderFactory;
import org.springframework.core.type.classreading.SimpleMetadataReaderFactory;

class ProductionClassesTest {

    private final MetadataReaderFactory classes = new SimpleMetadataReaderFactory();

    @Test
    void excludesTestsFromTheScanAndNothingElse() throws IOException {
        assertThat(excludes(TestDatabase.class)).isTrue();
        assertThat(excludes(RealnameApplication.class)).isFalse();
    }

    private boolean excludes(Class<?> type) throws IOException {
        return new ProductionClasses().match(classes.getMetadataReader(type.getName()), classes);
    }
}
