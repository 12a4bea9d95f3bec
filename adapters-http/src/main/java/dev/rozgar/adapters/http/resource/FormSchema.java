package dev.rozgar.adapters.http.resource;

import static dev.rozgar.adapters.http.json.JsonSchemas.object;

import dev.rozgar.adapters.http.json.Json;
import dev.rozgar.domain.hiring.ApplicationForm;
import dev.rozgar.domain.hiring.Question;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A job's questions as a JSON Schema (2020-12) of the `answers` of an application: what it lets pass fits the form.
/// Which answers knock out is not told.
public final class FormSchema {
    private FormSchema() {}

    public static byte[] of(ApplicationForm form) {
        Map<String, Object> properties = new LinkedHashMap<>();
        for (Question question : form.questions()) properties.put(question.id(), question(question));
        List<String> required = form.questions().stream()
                .filter(Question::required)
                .map(Question::id)
                .toList();
        Map<String, Object> schema = object(
                "$schema",
                "https://json-schema.org/draft/2020-12/schema",
                "title",
                "answers",
                "type",
                "object",
                "properties",
                properties,
                "required",
                required,
                "additionalProperties",
                false);
        return Json.PROVIDER.createObjectBuilder(schema).build().toString().getBytes(StandardCharsets.UTF_8);
    }

    private static Map<String, Object> question(Question question) {
        boolean many = question.type() == dev.rozgar.domain.hiring.QuestionType.MULTI_SELECT;
        return object(
                "title",
                question.label(),
                "type",
                "array",
                "minItems",
                question.required() ? 1 : 0,
                "maxItems",
                many ? question.options().size() : 1,
                "uniqueItems",
                true,
                "items",
                value(question));
    }

    private static Map<String, Object> value(Question question) {
        return switch (question.type()) {
            case INPUT_TEXT -> object("type", "string", "maxLength", 255);
            case TEXTAREA -> object("type", "string", "maxLength", 5000);
            case INPUT_FILE -> object("type", "string", "format", "uri", "maxLength", 2048);
            case SINGLE_SELECT, MULTI_SELECT ->
                object(
                        "oneOf",
                        question.options().stream()
                                .map(option -> object("const", option.value(), "title", option.label()))
                                .toList());
        };
    }
}
