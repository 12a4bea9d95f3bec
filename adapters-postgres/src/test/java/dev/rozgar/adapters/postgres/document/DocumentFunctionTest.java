package dev.rozgar.adapters.postgres.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rozgar.application.document.Declare;
import dev.rozgar.application.document.DocumentSchema;
import dev.rozgar.application.listing.CompanyFields;
import dev.rozgar.application.listing.JobFields;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DocumentFunctionTest {
    static List<DocumentSchema> schemas() {
        return List.of(JobFields.JOB, CompanyFields.COMPANY);
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void isCommittedAsItIsRendered(DocumentSchema schema) throws IOException {
        Path committed = Path.of("src/main/resources/db/migration/R__" + schema.name() + "_documents.sql");
        String rendered = DocumentFunction.render(schema);
        if (Boolean.getBoolean("rozgar.render")) Files.writeString(committed, rendered);

        assertEquals(rendered, Files.readString(committed), "to render it again: ./rozgar test -Drozgar.render=true");
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void followsAFieldThatIsAddedToTheDeclaration(DocumentSchema schema) {
        String rendered =
                DocumentFunction.render(schema.with(Declare.keyword("colour").from("paint")));

        assertTrue(rendered.contains("\"colour\":'") && rendered.contains("r.paint"), rendered);
    }
}
