package dev.rozgar.analysis;

import java.io.Reader;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.pattern.PatternReplaceCharFilter;
import org.elasticsearch.plugin.Inject;
import org.elasticsearch.plugin.NamedComponent;
import org.elasticsearch.plugin.analysis.CharFilterFactory;
import org.elasticsearch.plugin.settings.AnalysisSettings;
import org.elasticsearch.plugin.settings.StringSetting;

/// `pattern_replace`: replaces what the regular expression `pattern` finds by `replacement` before the text is
/// split.
@NamedComponent("pattern_replace")
public final class PatternReplace implements CharFilterFactory {
    private final Pattern pattern;
    private final String replacement;

    @Inject
    public PatternReplace(Settings settings) {
        this.pattern = Pattern.compile(settings.pattern());
        this.replacement = settings.replacement();
    }

    /// A missing pattern is found out here and not earlier: the server builds one of each component without any
    /// settings.
    @Override
    public Reader create(Reader text) {
        if (pattern.pattern().isEmpty()) {
            throw new IllegalArgumentException("pattern is missing for [pattern_replace] char filter");
        }
        return new PatternReplaceCharFilter(pattern, replacement, text);
    }

    @Override
    public Reader normalize(Reader text) {
        return create(text);
    }

    /// What an index may set.
    @AnalysisSettings
    public interface Settings {
        @StringSetting(path = "pattern", defaultValue = "")
        String pattern();

        @StringSetting(path = "replacement", defaultValue = "")
        String replacement();
    }
}
